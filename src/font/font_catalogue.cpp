// Reads fonts.json: every key is known, every id is defined.
#include "font/font_catalogue.hpp"

#include <algorithm>
#include <cstddef>

#include <nianbao/error.hpp>

#include "base/file.hpp"
#include "base/json.hpp"
#include "base/messages.hpp"

namespace nianbao::font {
namespace {

using json::Kind;
using json::Value;

class Reader {
public:
    Reader(const std::filesystem::path& file, CatalogueKind kind) : file_(file), kind_(kind) {}

    Catalogue read() {
        catalogue_.text = read_file(file_, std::uintmax_t{4} << 20);
        const Value root = json::parse(catalogue_.text, file_.string());
        require(root, Kind::object, "");
        const Value* fonts = root.find("fonts");
        if (!fonts) wrong("", {"缺少 fonts", "“fonts” is missing"});
        require(*fonts, Kind::array, "/fonts");
        for (std::size_t i = 0; i < fonts->items.size(); ++i)
            catalogue_.fonts.push_back(font(fonts->items[i], json::child("/fonts", i)));
        if (kind_ == CatalogueKind::complete) chains(root.find("chains"));
        return std::move(catalogue_);
    }

private:
    [[noreturn]] void wrong(const std::string& pointer, const Bilingual& reason) const {
        const std::string path = file_.string();
        throw FontError(
            "FONT-CATALOGUE", path + (pointer.empty() ? "" : "#" + pointer),
            say("FONT-CATALOGUE", {{"file", path}, {"pointer", pointer}, {"reason", reason}})
        );
    }

    void require(const Value& value, Kind kind, const std::string& pointer) const {
        if (!value.is(kind)) wrong(pointer, {"值的类型不对", "the value has the wrong type"});
    }

    std::string text(const Value& of, std::string_view key, const std::string& pointer) const {
        const Value* value = of.find(key);
        if (!value) return {};
        require(*value, Kind::string, json::child(pointer, key));
        return value->text;
    }

    std::optional<int>
    integer(const Value& of, std::string_view key, const std::string& pointer) const {
        const Value* value = of.find(key);
        if (!value) return std::nullopt;
        require(*value, Kind::integer, json::child(pointer, key));
        if (value->integer < -1000 || value->integer > 1000)
            wrong(json::child(pointer, key), {"整数超出范围", "the integer is out of range"});
        return static_cast<int>(value->integer);
    }

    bool flag(const Value& of, std::string_view key, const std::string& pointer) const {
        const Value* value = of.find(key);
        if (!value) return false;
        require(*value, Kind::boolean, json::child(pointer, key));
        return value->boolean;
    }

    CodePointRanges
    ranges(const Value& of, std::string_view key, const std::string& pointer) const {
        const auto parsed = CodePointRanges::parse(text(of, key, pointer));
        if (!parsed)
            wrong(
                json::child(pointer, key),
                {"应为由小到大的十六进制码位，如 2460-24FF 3007",
                 "write ascending hexadecimal code points such as 2460-24FF 3007"}
            );
        return *parsed;
    }

    bool defined(std::string_view id) const {
        return std::any_of(
            catalogue_.fonts.begin(), catalogue_.fonts.end(),
            [id](const CatalogueFont& font) { return font.id == id; }
        );
    }

    FontRole role(const std::string& name, const std::string& pointer) const {
        for (const FontRole r : all_roles)
            if (name == name_of(r)) return r;
        wrong(
            pointer, {"字体角色应为 song、hei、kai、fangsong 或 title",
                      "a role is song, hei, kai, fangsong or title"}
        );
    }

    void roles(const Value& of, const std::string& pointer, CatalogueFont& font) const {
        const Value* value = of.find("roles");
        const std::string at = json::child(pointer, "roles");
        if (!value) wrong(pointer, {"缺少 roles", "“roles” is missing"});
        require(*value, Kind::array, at);
        for (std::size_t i = 0; i < value->items.size(); ++i) {
            require(value->items[i], Kind::string, json::child(at, i));
            font.roles.push_back(role(value->items[i].text, json::child(at, i)));
        }
        const std::string script = text(of, "script", pointer);
        if (script == "han") font.script = Script::han;
        if (script == "latin") font.script = Script::latin;
        font.other = script == "other";
        if (!script.empty() && !font.script && !font.other)
            wrong(
                json::child(pointer, "script"),
                {"应为 han、latin 或 other", "write han, latin or other"}
            );
    }

    // A name in the folder itself; nothing outside it.
    void check_place(const CatalogueFont& font, const std::string& pointer) const {
        if (font.file.empty() == font.installed.empty())
            wrong(
                pointer, {"file 与 installed 应恰有其一", "give “file” or “installed”, not both"}
            );
        if (font.file.find('/') != std::string::npos || font.file == "..")
            wrong(
                json::child(pointer, "file"),
                {"应为同一文件夹中的文件名", "it must be the name of a file in the same folder"}
            );
        if (kind_ == CatalogueKind::user && font.file.empty())
            wrong(pointer, {"缺少 file", "“file” is missing"});
    }

    CatalogueFont font(const Value& value, const std::string& pointer) const {
        require(value, Kind::object, pointer);
        CatalogueFont result;
        result.id = text(value, "id", pointer);
        if (kind_ == CatalogueKind::complete && (result.id.empty() || defined(result.id)))
            wrong(
                json::child(pointer, "id"),
                {"缺少 id，或 id 重复", "the id is missing or stands twice"}
            );
        result.file = text(value, "file", pointer);
        result.sha256 = text(value, "sha256", pointer);
        result.installed = text(value, "installed", pointer);
        result.package = text(value, "package", pointer);
        check_place(result, pointer);
        const int index = integer(value, "index", pointer).value_or(0);
        if (index < 0)
            wrong(json::child(pointer, "index"), {"整数超出范围", "the integer is out of range"});
        result.index = static_cast<unsigned>(index);
        result.facts.han_shift = integer(value, "han_shift", pointer);
        result.facts.cmap_checked = flag(value, "cmap_checked", pointer);
        result.not_from = ranges(value, "not_from", pointer);
        result.has = ranges(value, "has", pointer);
        result.centred_marks = flag(value, "centred_marks", pointer);
        if (kind_ == CatalogueKind::user) roles(value, pointer, result);
        return result;
    }

    CatalogueLink link(const Value& value, const std::string& pointer) const {
        require(value, Kind::object, pointer);
        CatalogueLink result;
        result.font = text(value, "font", pointer);
        result.scale_percent = integer(value, "scale", pointer).value_or(100);
        if (result.scale_percent < 10)
            wrong(json::child(pointer, "scale"), {"整数超出范围", "the integer is out of range"});
        result.only = ranges(value, "only", pointer);
        if (result.font != "user" && !defined(result.font))
            wrong(json::child(pointer, "font"), {"没有这个 id 的字体", "no font has this id"});
        return result;
    }

    void chains(const Value* value) {
        if (!value) wrong("", {"缺少 chains", "“chains” is missing"});
        require(*value, Kind::object, "/chains");
        for (const FontRole r : all_roles)
            for (const Script s : all_scripts) {
                const char* script = s == Script::han ? "han" : "latin";
                const std::string at = json::child(json::child("/chains", name_of(r)), script);
                const Value* of_role = value->find(name_of(r));
                const Value* list = of_role ? of_role->find(script) : nullptr;
                if (!list) wrong(at, {"缺少这条字体链", "this chain is missing"});
                require(*list, Kind::array, at);
                auto& chain =
                    catalogue_.chains[static_cast<std::size_t>(r)][static_cast<std::size_t>(s)];
                for (std::size_t i = 0; i < list->items.size(); ++i)
                    chain.push_back(link(list->items[i], json::child(at, i)));
            }
    }

    const std::filesystem::path& file_;
    CatalogueKind kind_;
    Catalogue catalogue_;
};

} // namespace

Catalogue read_catalogue(const std::filesystem::path& file, CatalogueKind kind) {
    return Reader(file, kind).read();
}

} // namespace nianbao::font
