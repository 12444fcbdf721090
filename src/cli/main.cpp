// The program `nianbao`.
#include "cli/run_cli.hpp"

int main(int argc, char** argv) {
    return nianbao::cli::run_cli(std::vector<std::string>(argv + 1, argv + argc));
}
