// SHA-256 by the examples of NIST.
#include <catch2/catch.hpp>

#include "base/sha256.hpp"

using namespace nianbao;

TEST_CASE("the examples of FIPS 180 come out") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("bytes in pieces of any size hash like bytes at once") {
    std::string text;
    for (int i = 0; i < 300; ++i) text += static_cast<char>(i * 7);
    for (const std::size_t size : {1U, 3U, 55U, 56U, 63U, 64U, 65U, 128U, 299U}) {
        Sha256 hash;
        for (std::size_t at = 0; at < text.size(); at += size) hash.add(std::string_view(text).substr(at, size));
        CHECK(hash.hexadecimal() == sha256(text));
    }
    for (std::size_t size = 0; size < 200; ++size) {  // every length of the last block
        Sha256 hash;
        hash.add(std::string_view(text).substr(0, size));
        CHECK(hash.hexadecimal() == sha256(text.substr(0, size)));
    }
}

TEST_CASE("fields do not run into each other") {
    Sha256 one, other;
    one.add_field("ab");
    one.add_field("c");
    other.add_field("a");
    other.add_field("bc");
    CHECK(one.hexadecimal() != other.hexadecimal());
}
