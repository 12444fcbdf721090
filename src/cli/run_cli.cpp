// run_cli(): arguments → verb → exit code.
#include "cli/run_cli.hpp"

#include <exception>
#include <iostream>
#include <new>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/print.hpp"
#include "cli/signals.hpp"

namespace nianbao::cli {

int run_cli(const std::vector<std::string>& words) {
    const Parsed parsed = parse(words);
    if (!parsed.arguments) return parsed.exit_code;
    const Arguments& arguments = *parsed.arguments;
    try {
        const StopOnSignal signals;
        return run(arguments, signals.token());
    } catch (const Error& e) {
        print(std::cerr, e, arguments.input, arguments.language);
        return e.exit_code();
    } catch (const std::bad_alloc&) {
        std::cerr << (arguments.language == Language::en ? "nianbao: out of memory\n" : "nianbao：内存不足\n");
        return 6;
    } catch (const std::exception& e) {
        std::cerr << "nianbao: " << e.what() << '\n';
        return 70;
    }
}

}  // namespace nianbao::cli
