// FontSet: builds the chains from fonts.json, from the user's folder and from memory.
#include <nianbao/font_set.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>

#include <dlfcn.h>
#include <hb.h>

#include <nianbao/error.hpp>

#include "base/file.hpp"
#include "base/messages.hpp"
#include "base/sha256.hpp"
#include "font/font_catalogue.hpp"
#include "font/font_names.hpp"
#include "font/font_set_impl.hpp"

namespace nianbao {
namespace font {

Slot::Slot(std::filesystem::path file, unsigned index, const FaceFacts& facts)
    : file_(std::move(file)), file_name_(file_.filename().string()), index_(index), facts_(facts) {}

Slot::Slot(std::shared_ptr<const FontFace> face)
    : file_name_(face->file_name()), face_(std::move(face)) {}

const std::shared_ptr<const FontFace>& Slot::shared() const {
    // An exception leaves the flag unset, so the next caller tries, and fails, again.
    std::call_once(once_, [this] {
        if (!face_) face_ = FontFace::map(file_, index_, facts_);
    });
    return face_;
}

namespace {

constexpr std::uintmax_t largest_font = std::uintmax_t{64} << 20; // spec/reliability 3, Limits

// Whether ， stands in the middle of its box, as in Taiwan.
bool has_centred_marks(const FontFace& face) {
    const std::uint32_t comma = face.glyph_of(U'，');
    if (comma == 0) return false;
    const GlyphInk ink = face.ink(comma);
    return ink.left + ink.right > 2 * face.advance(comma) * 35 / 100;
}

std::shared_ptr<Slot> user_slot(std::shared_ptr<const FontFace> face) {
    auto slot = std::make_shared<Slot>(std::move(face));
    slot->centred_marks = has_centred_marks(slot->face());
    return slot;
}

// Two of the commonest characters: a font without them is not a Chinese one.
bool has_han(const FontFace& face) {
    return face.covers(U'一') && face.covers(U'的');
}

[[noreturn]] void bad_folder(const std::filesystem::path& folder, const Bilingual& reason) {
    throw FontError(
        "FONT-FOLDER", folder.string(),
        say("FONT-FOLDER", {{"folder", folder.string()}, {"reason", reason}})
    );
}

bool is_font_file(const std::filesystem::directory_entry& entry) {
    std::string ending = entry.path().extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return entry.is_regular_file() &&
           (ending == ".ttf" || ending == ".otf" || ending == ".ttc" || ending == ".otc");
}

std::vector<std::filesystem::path> font_files(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    std::error_code fault;
    for (std::filesystem::directory_iterator entry(folder, fault), end; !fault && entry != end;
         entry.increment(fault))
        if (is_font_file(*entry)) files.push_back(entry->path());
    if (fault)
        bad_folder(folder, {"文件夹不存在或无法读取", "it does not exist or cannot be read"});
    std::sort(files.begin(), files.end());
    return files;
}

using SlotsById = std::map<std::string, std::shared_ptr<const Slot>, std::less<>>;

// The fonts of a complete catalogue that are there; the set learns what the absent ones would give.
SlotsById
find_fonts(const std::filesystem::path& folder, const Catalogue& catalogue, FontSet::Impl& set) {
    SlotsById slots;
    for (const CatalogueFont& font : catalogue.fonts) {
        const bool ours = !font.file.empty();
        const auto file = ours ? folder / font.file : std::filesystem::path(font.installed);
        std::error_code fault;
        const bool there = std::filesystem::is_regular_file(file, fault);
        if (!there && ours)
            bad_folder(
                folder, {"缺少字体文件 " + font.file, "the file " + font.file + " is missing"}
            );
        if (!there) {
            set.absent.push_back({.package = font.package, .has = font.has});
            continue;
        }
        auto slot = std::make_shared<Slot>(file, font.index, font.facts);
        // The text of fonts.json stands for the fonts whose hash it has.
        set.ingredients.push_back({font.id, ours && !font.sha256.empty() ? nullptr : slot});
        slot->not_from = font.not_from;
        slot->only = font.has;
        slot->centred_marks = font.centred_marks;
        slots.emplace(font.id, std::move(slot));
    }
    return slots;
}

Chain linked(const std::vector<CatalogueLink>& links, const SlotsById& slots) {
    Chain chain;
    for (const CatalogueLink& link : links) {
        if (link.font == "user") {
            chain.user_at = chain.links.size();
            continue;
        }
        const auto found = slots.find(link.font);
        if (found == slots.end()) continue;
        chain.links.push_back(
            {.slot = found->second, .scale_percent = link.scale_percent, .only = link.only}
        );
    }
    return chain;
}

void add_catalogue_fonts(const std::filesystem::path& folder, FontSet::Impl& set) {
    const Catalogue catalogue = read_catalogue(folder / "fonts.json", CatalogueKind::user);
    set.ingredients.push_back({catalogue.text, nullptr});
    for (const CatalogueFont& font : catalogue.fonts) {
        auto face = FontFace::from_bytes(
            read_file(folder / font.file, largest_font), font.index, font.file
        );
        const auto slot = user_slot(std::move(face));
        slot->not_from = font.not_from;
        slot->centred_marks = slot->centred_marks || font.centred_marks;
        for (const FontRole role : font.roles)
            if (font.other) set.add_last(role, slot);
            else set.add_user_font(role, slot, font.script);
    }
}

// The faces of one file whose names are known (spec/fonts 9). → how many.
int add_known_faces(const std::filesystem::path& file, FontSet::Impl& set) {
    const std::string bytes = read_file(file, largest_font);
    const std::string name = file.filename().string();
    int added = 0;
    for (const NamedFace& found : faces_with_known_names(bytes, name)) {
        set.add_user_font(
            found.role, user_slot(FontFace::from_bytes(bytes, found.index, name)), std::nullopt
        );
        ++added;
    }
    return added;
}

// A letter of each script that people in China and its neighbours write and our fonts lack: Arabic,
// Tibetan, Mongolian, Tai Le, Tai Lue, Lisu, Phags-pa, Hangul, Miao; Devanagari, Thai, Khmer, Myanmar,
// Lao, Georgian, Armenian, Ethiopic, Syriac.
constexpr char32_t letters_of_scripts[] = {0x0627, 0x0F40, 0x1820, 0x1950, 0x1980, 0xA4D0, 0xA840, 0xAC00, 0x16F00,
                                           0x0905, 0x0E01, 0x1780, 0x1000, 0x0E81, 0x10D0, 0x0561, 0x1200, 0x0710};

bool has_other_script(const FontFace& face) {
    return std::any_of(std::begin(letters_of_scripts), std::end(letters_of_scripts), [&](char32_t c) {
        return face.covers(c);
    });
}

// A font whose name tells no role, of a script that the roles' own fonts may lack. A Chinese or a Latin
// font would change the look of a report, and one that must not be embedded cannot be used: they are
// left alone. → how many.
int add_further_face(const std::filesystem::path& file, FontSet::Impl& set) {
    try {
        const auto face = FontFace::from_bytes(
            read_file(file, largest_font), 0, file.filename().string()
        );
        if (has_han(*face) || !has_other_script(*face)) return 0;
        const auto slot = user_slot(face);
        for (const FontRole role : all_roles)
            set.add_last(role, slot);
        return 1;
    } catch (const FontError&) {
        return 0;
    }
}

std::string hash_of(const FontFace& face) {
    hb_blob_t* bytes = hb_face_reference_blob(face.hb_face());
    unsigned size = 0;
    const char* begin = hb_blob_get_data(bytes, &size);
    Sha256 hash;
    hash.add_field(std::to_string(hb_face_get_index(face.hb_face())));
    hash.add_field({begin, size});
    hb_blob_destroy(bytes);
    return hash.hexadecimal();
}

} // namespace
} // namespace font

void FontSet::Impl::add_last(FontRole role, const std::shared_ptr<const font::Slot>& slot) {
    ingredients.push_back({font::name_of(role) + std::string(" last"), slot});
    for (font::Chain& chain : chains[static_cast<std::size_t>(role)])
        chain.links.push_back({.slot = slot, .scale_percent = 100, .only = {}});
}

void FontSet::Impl::add_user_font(
    FontRole role, const std::shared_ptr<const font::Slot>& slot, std::optional<font::Script> script
) {
    const bool latin = script ? *script == font::Script::latin : !font::has_han(slot->face());
    auto& of_role = chains[static_cast<std::size_t>(role)];
    ingredients.push_back({font::name_of(role) + std::string(latin ? " latin" : " han"), slot});
    const auto insert = [&slot](font::Chain& chain, std::size_t at) {
        chain.links.insert(
            chain.links.begin() + static_cast<std::ptrdiff_t>(at),
            {.slot = slot, .scale_percent = 100, .only = {}}
        );
        ++chain.user_at;
    };
    auto& latin_chain = of_role[static_cast<std::size_t>(font::Script::latin)];
    insert(latin_chain, latin ? 0 : latin_chain.user_at);
    auto& han_chain = of_role[static_cast<std::size_t>(font::Script::han)];
    if (!latin) insert(han_chain, han_chain.user_at);
}

FontSet FontSet::from_folder(const std::filesystem::path& folder) {
    const std::filesystem::path file = folder / "fonts.json";
    std::error_code fault;
    if (!std::filesystem::is_regular_file(file, fault))
        font::bad_folder(folder, {"其中没有 fonts.json", "it has no fonts.json"});
    const font::Catalogue catalogue = font::read_catalogue(file, font::CatalogueKind::complete);
    auto set = std::make_shared<Impl>();
    set->ingredients.push_back({catalogue.text, nullptr});
    const font::SlotsById slots = font::find_fonts(folder, catalogue, *set);
    for (std::size_t role = 0; role < set->chains.size(); ++role)
        for (std::size_t script = 0; script < set->chains[role].size(); ++script)
            set->chains[role][script] = font::linked(catalogue.chains[role][script], slots);
    return FontSet(std::move(set));
}

FontSet FontSet::bundled() {
    // Made once: a FontSet is immutable, and what its faces have learnt serves every later report.
    static const FontSet set = [] {
        std::vector<std::filesystem::path> places;
        Dl_info library = {};
        if (dladdr(static_cast<const void*>(&font::all_roles), &library) != 0 &&
            library.dli_fname) {
            std::error_code fault;
            const auto here =
                std::filesystem::weakly_canonical(library.dli_fname, fault).parent_path();
            // An installation (lib, or lib/<architecture>), then a Python wheel.
            for (const char* place :
                 {"../share/nianbao/fonts", "../../share/nianbao/fonts", "fonts"})
                places.push_back(here / place);
        }
        if (const std::string_view tree = NIANBAO_SOURCE_FONTS; !tree.empty())
            places.emplace_back(tree);
        for (const auto& place : places) {
            std::error_code fault;
            if (std::filesystem::is_regular_file(place / "fonts.json", fault))
                return from_folder(place);
        }
        font::bad_folder(
            places.front(),
            {"没有随库的字体", "the fonts that travel with the library are not there"}
        );
    }();
    return set;
}

FontSet FontSet::with_folder(const std::filesystem::path& folder) const {
    auto set = std::make_shared<Impl>(*impl_);
    std::error_code fault;
    if (std::filesystem::is_regular_file(folder / "fonts.json", fault)) {
        font::add_catalogue_fonts(folder, *set);
        return FontSet(std::move(set));
    }
    int added = 0;
    std::vector<std::filesystem::path> further;
    for (const auto& file : font::font_files(folder)) {
        const int known = font::add_known_faces(file, *set);
        if (known == 0) further.push_back(file);
        added += known;
    }
    // Of a family, the regular face.
    std::stable_partition(further.begin(), further.end(), [](const std::filesystem::path& file) {
        return file.stem().string().ends_with("Regular");
    });
    for (const auto& file : further)
        added += font::add_further_face(file, *set);
    if (added == 0)
        font::bad_folder(
            folder, {"其中没有可用的字体", "it has no font that can be used"}
        );
    return FontSet(std::move(set));
}

std::string FontSet::fingerprint() const {
    Sha256 hash;
    std::map<const font::Slot*, std::string> known;  // a font often stands in several roles
    for (const font::Ingredient& one : impl_->ingredients) {
        hash.add_field(one.text);
        if (!one.slot) continue;
        std::string& of_font = known[one.slot.get()];
        if (of_font.empty()) of_font = font::hash_of(one.slot->face());
        hash.add_field(of_font);
    }
    return hash.hexadecimal();
}

FontSet FontSet::with_font(FontRole role, std::string bytes, unsigned index) const {
    auto set = std::make_shared<Impl>(*impl_);
    auto face =
        FontFace::from_bytes(std::move(bytes), index, std::string("<") + font::name_of(role) + ">");
    set->add_user_font(role, font::user_slot(std::move(face)), std::nullopt);
    return FontSet(std::move(set));
}

} // namespace nianbao
