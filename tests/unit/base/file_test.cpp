// Files come whole and go whole: old or new, never half.
#include <catch2/catch.hpp>

#include <csignal>
#include <filesystem>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <nianbao/error.hpp>

#include "base/file.hpp"
#include "base/write_file.hpp"

using namespace nianbao;
namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("nianbao-file-test-" + std::to_string(::getpid()))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    fs::path operator/(const char* name) const { return path_ / name; }
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }

private:
    fs::path path_;
};

// While it lives no file may grow beyond `bytes`: a full disk for this process.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::signal(SIGXFSZ, SIG_IGN);
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }

private:
    rlimit before_{};
};

}  // namespace

TEST_CASE("what is written is read back") {
    const Folder folder;
    write_file(folder / "a.pdf", "第一");
    write_file(folder / "a.pdf", "第二版");
    CHECK(read_file(folder / "a.pdf", 100) == "第二版");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a disk that fills up leaves the old file and no temporary one") {
    const Folder folder;
    write_file(folder / "a.pdf", "old");
    {
        const FullDisk full(64);
        CHECK_THROWS_AS(write_file(folder / "a.pdf", std::string(1000, 'x')), OutputError);
    }
    CHECK(read_file(folder / "a.pdf", 100) == "old");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a full device is an output error") {
    CHECK_THROWS_AS(write_file("/dev/full", "x"), OutputError);
    CHECK(fs::is_character_file("/dev/full"));  // not replaced by a file of ours
}

TEST_CASE("a folder that is not there or is the target itself is an output error") {
    const Folder folder;
    CHECK_THROWS_AS(write_file(folder / "none/a.pdf", "x"), OutputError);
    fs::create_directory(folder / "b.pdf");
    CHECK_THROWS_AS(write_file(folder / "b.pdf", "x"), OutputError);
}

TEST_CASE("a symbolic link stays a link and its target is replaced") {
    const Folder folder;
    write_file(folder / "target.pdf", "old");
    fs::create_symlink(folder / "target.pdf", folder / "link.pdf");
    write_file(folder / "link.pdf", "new");
    CHECK(fs::is_symlink(folder / "link.pdf"));
    CHECK(read_file(folder / "target.pdf", 100) == "new");
}

TEST_CASE("the mode of an old file is kept") {
    const Folder folder;
    write_file(folder / "a.pdf", "old");
    ::chmod((folder / "a.pdf").c_str(), 0640);
    write_file(folder / "a.pdf", "new");
    struct stat status = {};
    ::stat((folder / "a.pdf").c_str(), &status);
    CHECK((status.st_mode & 07777) == 0640);
}

TEST_CASE("a missing file, a folder, a pipe and a file over the limit are refused") {
    const Folder folder;
    CHECK_THROWS_AS(read_file(folder / "none.json", 100), FileError);
    CHECK_THROWS_AS(read_file(folder / ".", 100), FileError);
    ::mkfifo((folder / "pipe").c_str(), 0600);
    CHECK_THROWS_AS(read_file(folder / "pipe", 100), FileError);
    write_file(folder / "long", std::string(101, 'x'));
    CHECK_THROWS_AS(read_file(folder / "long", 100), LimitError);
}

TEST_CASE("a name that just fits its file system can be written") {
    const Folder folder;
    std::string longest;
    while (longest.size() + 3 <= 255) longest += "名";
    write_file(folder / longest.c_str(), "x");
    CHECK(read_file(folder / longest.c_str(), 10) == "x");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a file replaced through a temporary one of the caller's leaves only itself") {
    const Folder folder;
    write_file(folder / "temporary", "left over");
    replace_by(folder / "temporary", folder / "a.pdf", "new");
    sync_folder(folder / "");
    CHECK(read_file(folder / "a.pdf", 10) == "new");
    CHECK(folder.entries() == 1);
    CHECK_THROWS_AS(replace_by(folder / "temporary", folder / "none/a.pdf", "new"), OutputError);
    CHECK(folder.entries() == 1);
}
