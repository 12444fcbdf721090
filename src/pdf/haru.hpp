// libharu as the object layer: numbers, lifetime, page tree and serialisation of objects.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace nianbao::pdf {

using ObjectNumber = std::uint32_t;

// One indirect object as bytes.
struct SerialObject {
    ObjectNumber number = 0;
    std::string_view body = {};    // "<<…>>"; until the next object
    std::string_view stream = {};  // what follows a stream dictionary; as long as the document
    bool is_stream = false;
};

// A document of libharu whose objects carry bodies of ours: libharu's text, font, image, number and
// PDF/A code is never called (spec/pdf 1). Every call throws PdfError when libharu refuses.
class HaruDocument {
public:
    HaruDocument();
    ~HaruDocument();
    HaruDocument(const HaruDocument&) = delete;
    HaruDocument& operator=(const HaruDocument&) = delete;

    // A dictionary object whose entries are given later, or at once.
    ObjectNumber reserve();
    void set(ObjectNumber number, std::string_view entries);
    ObjectNumber add(std::string_view entries);
    // A stream; /Length is added to the entries.
    ObjectNumber add_stream(std::string_view entries, std::string bytes);

    // A page in the page tree; libharu writes its /Parent.
    ObjectNumber reserve_page();
    // Entries of the catalog besides libharu's own /Type and /Pages; of the information dictionary all.
    void set_catalog(std::string_view entries);
    void set_information(std::string_view entries);
    ObjectNumber catalog() const;
    ObjectNumber information() const;

    // Hands out every object in order of its number, from 1 without a gap.
    void serialise(const std::function<void(const SerialObject&)>& take);
    std::size_t object_count() const;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

std::string haru_version();  // of the library that is loaded

}  // namespace nianbao::pdf
