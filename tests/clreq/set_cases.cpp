// Sets every variant of every case on pages of its own, one PDF for each group. Usage: set_cases CASES.json FOLDER
//
// CASES.json: {"report": {…}, "groups": [{"name", "variants": [{"name", "template": {…}, "report": {…}?}]}]}
// Each variant is a whole template whose blocks are the case; the styles it adds have names of its own, and page,
// language and the like are those of the group's first variant. FOLDER/pages.json says where each came to stand:
// {"name": {"group", "first", "pages"} or {"error"}}.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <nlohmann/json.hpp>

#include <nianbao/nianbao.hpp>

namespace {

using Json = nlohmann::ordered_json;

Json read(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return Json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
}

nianbao::Document compose(const Json& variant, const nianbao::Report& usual) {
    const auto look = nianbao::Template::from_json(variant.at("template").dump());
    if (!variant.contains("report")) return nianbao::compose(usual, look);
    return nianbao::compose(nianbao::read_report_json(variant.at("report").dump()), look);
}

// The blocks of `added` on a new page behind those of `all`.
void append(nianbao::Document& all, const nianbao::Document& added) {
    if (all.blocks.empty()) {
        all = added;
        return;
    }
    all.blocks.emplace_back(nianbao::PageBreak{});
    all.blocks.insert(all.blocks.end(), added.blocks.begin(), added.blocks.end());
    all.styles.paragraphs.insert(added.styles.paragraphs.begin(), added.styles.paragraphs.end());
    all.styles.tables.insert(added.styles.tables.begin(), added.styles.tables.end());
    all.styles.texts.insert(added.styles.texts.begin(), added.styles.texts.end());
}

class Setter {
public:
    Setter(const Json& cases, std::filesystem::path folder)
        : usual_(nianbao::read_report_json(cases.at("report").dump())), folder_(std::move(folder)) {}

    void set(const Json& group) {
        const std::string name = group.at("name");
        nianbao::Document all;
        std::size_t pages = 0;
        for (const Json& variant : group.at("variants")) {
            Json& place = pages_[variant.at("name").get<std::string>()];
            try {
                // Alone first: what cannot be set is an answer, and must not stop the others.
                const nianbao::Document document = compose(variant, usual_);
                const std::size_t count = nianbao::typeset(document, fonts_).pages.size();
                append(all, document);
                place = {{"group", name}, {"first", pages}, {"pages", count}};
                pages += count;
            } catch (const nianbao::Error& error) {
                place = {{"error", error.where() + ": " + error.message(nianbao::Language::en)}};
            }
        }
        if (pages == 0) return;
        const auto paged = nianbao::typeset(all, fonts_, {.max_pages = 5000});
        if (paged.pages.size() != pages) throw std::runtime_error(name + ": not as many pages together as alone");
        nianbao::save(folder_ / (name + ".pdf"), nianbao::write_pdf(paged));
    }

    void finish() const {
        std::ofstream out(folder_ / "pages.json", std::ios::binary);
        out << pages_.dump(1) << '\n';
        if (!out.flush()) throw std::runtime_error("cannot write pages.json");
    }

private:
    nianbao::FontSet fonts_ = nianbao::FontSet::bundled();
    nianbao::Report usual_;
    std::filesystem::path folder_;
    Json pages_ = Json::object();
};

}  // namespace

int main(int count, char** arguments) try {
    if (count != 3) {
        std::cerr << "usage: set_cases CASES.json FOLDER\n";
        return 2;
    }
    const Json cases = read(arguments[1]);
    Setter setter(cases, arguments[2]);
    for (const Json& group : cases.at("groups")) setter.set(group);
    setter.finish();
} catch (const nianbao::Error& error) {
    std::cerr << error.where() << ": " << error.message(nianbao::Language::en) << '\n';
    return 1;
} catch (const std::exception& error) {
    std::cerr << "set_cases: " << error.what() << '\n';
    return 1;
}
