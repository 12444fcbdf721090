// A portal: reads a report, renders it with the installed fonts, says how large the PDF is.
#include <iostream>

#include <nianbao/nianbao.hpp>

int main(int argc, char** argv) try {
    if (argc != 3) return 2;
    const std::string pdf = nianbao::render(nianbao::read_report(argv[1]));
    nianbao::save(argv[2], pdf);
    std::cout << NIANBAO_VERSION << ' ' << pdf.size() << '\n';
} catch (const nianbao::Error& e) {
    std::cerr << e.kind() << ' ' << e.where() << ": " << e.what() << '\n';
    return e.exit_code();
}
