// What a portal needs: check, then bytes. Usage: one_call REPORT.json OUT.pdf
#include <iostream>

#include <nianbao/nianbao.hpp>

int main(int argc, char** argv) try {
    if (argc != 3) return 2;
    // Built once at start-up; immutable, so every request thread may share it.
    const auto fonts = nianbao::FontSet::bundled();
    const auto report = nianbao::read_report(argv[1]);
    for (const auto& finding : nianbao::check(report)) std::cerr << finding << '\n';
    nianbao::save(argv[2], nianbao::render(report, {.fonts = fonts}));
} catch (const nianbao::Error& e) {
    std::cerr << e.where() << ": " << e.what() << '\n';
    return e.exit_code();
}
