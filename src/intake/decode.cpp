// UTF-8 or GB18030, by what the bytes allow.
#include "intake/decode.hpp"

#include <iconv.h>

#include <optional>

#include <nianbao/error.hpp>

#include "base/messages.hpp"
#include "base/utf8.hpp"
#include "intake/source_text.hpp"

namespace nianbao::intake {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// A conversion of the C library; the name of the encoding decides, never the locale.
class Conversion {
public:
    explicit Conversion(const char* from) : handle_(::iconv_open("UTF-8", from)) {}
    ~Conversion() {
        if (valid()) ::iconv_close(handle_);
    }
    Conversion(const Conversion&) = delete;
    Conversion& operator=(const Conversion&) = delete;

    bool valid() const { return handle_ != reinterpret_cast<iconv_t>(-1); }
    std::optional<std::string> run(std::string_view bytes) const {
        std::string source(bytes);
        std::string out(bytes.size() * 2 + 16, '\0');  // two or four bytes become three or four
        char* from = source.data();
        char* to = out.data();
        std::size_t left = source.size(), room = out.size();
        if (::iconv(handle_, &from, &left, &to, &room) == static_cast<std::size_t>(-1)) return std::nullopt;
        out.resize(out.size() - room);
        return out;
    }

private:
    iconv_t handle_;
};

std::optional<std::string> from_gb18030(std::string_view bytes) {
    const Conversion conversion("GB18030");
    return conversion.valid() ? conversion.run(bytes) : std::nullopt;
}

[[noreturn]] void refuse(const char* id) { throw FileError(id, "", say(id)); }

bool is_blank(std::string_view text) {
    for (const SourceLine& line : lines_of(text))
        for (const SourceChar& each : line.chars)
            if (!is_space(each.c)) return false;
    return true;
}

}  // namespace

DecodedText decode(std::string_view bytes) {
    if (bytes.size() > text_limit) throw LimitError("LIMIT-IMPORT", "", say("LIMIT-IMPORT", {{"limit", text_limit}}));
    if (bytes.substr(0, byte_order_mark.size()) == byte_order_mark) bytes.remove_prefix(byte_order_mark.size());
    DecodedText out;
    if (!utf8::first_invalid(bytes)) {
        out.text = bytes;
    } else {
        std::optional<std::string> converted = from_gb18030(bytes);
        if (!converted || utf8::first_invalid(*converted)) refuse("IMPORT-ENCODING");
        out.text = std::move(*converted);
        out.gb18030 = true;
    }
    if (out.text.find('\0') != std::string::npos) refuse("IMPORT-ENCODING");
    if (is_blank(out.text)) refuse("IMPORT-EMPTY");
    return out;
}

}  // namespace nianbao::intake
