// Objects → file: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
#include "pdf/file_writer.hpp"

#include "pdf/content_hash.hpp"
#include "pdf/syntax.hpp"

namespace nianbao::pdf {

namespace {

// Readers unpack a whole object stream to get at one object of it; an index has one byte.
constexpr std::size_t objects_per_stream = 256;

// Where an object stands: at an offset, or packed as the index-th of an object stream.
struct Place {
    bool packed = false;
    std::uint64_t offset_or_stream = 0;
    std::size_t index = 0;
};

class FileWriter {
public:
    FileWriter(HaruDocument& document, StreamCompressor& compressor)
        : document_(document), objects_(document.serialise()), compressor_(compressor), places_(objects_.size() + 1) {
        out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
        constexpr std::size_t for_the_rest = 65536;  // packed objects and cross references, mostly
        std::size_t size = for_the_rest;
        for (const SerialObject& object : objects_) size += object.stream.size();
        out_.reserve(size);
        for (const SerialObject& object : objects_) {
            hash_.add(object.body);
            if (object.is_stream) hash_.add(object.stream);
        }
    }

    std::string finish() {
        write_streams();
        write_packed();
        write_cross_reference();
        return std::move(out_);
    }

private:
    void write_stream(std::size_t number, std::string_view dictionary, std::string_view bytes) {
        if (places_.size() <= number) places_.resize(number + 1);
        places_[number] = {false, out_.size(), 0};
        append_number(out_, static_cast<std::int64_t>(number), 0);
        out_ += " 0 obj\n";
        out_ += dictionary;
        out_ += "\nstream\n";
        out_ += bytes;
        out_ += "\nendstream\nendobj\n";
    }

    void write_streams() {
        for (const SerialObject& object : objects_)
            if (object.is_stream) write_stream(object.number, object.body, object.stream);
    }

    void write_packed();
    void write_object_stream(const std::vector<const SerialObject*>& packed);
    void write_cross_reference();

    HaruDocument& document_;
    std::vector<SerialObject> objects_;
    StreamCompressor& compressor_;
    std::vector<Place> places_;  // by object number
    ContentHash hash_ = {};
    std::string out_ = {};
};

void FileWriter::write_packed() {
    std::vector<const SerialObject*> packed;
    for (const SerialObject& object : objects_) {
        if (!object.is_stream) packed.push_back(&object);
        if (packed.size() == objects_per_stream) {
            write_object_stream(packed);
            packed.clear();
        }
    }
    if (!packed.empty()) write_object_stream(packed);
}

void FileWriter::write_object_stream(const std::vector<const SerialObject*>& packed) {
    const std::size_t stream_number = places_.size();
    std::string index, bodies;
    for (std::size_t i = 0; i < packed.size(); ++i) {
        append_number(index, packed[i]->number, 0);
        index += ' ';
        append_number(index, static_cast<std::int64_t>(bodies.size()), 0);
        index += ' ';
        bodies += packed[i]->body;
        bodies += '\n';
        places_[packed[i]->number] = {true, stream_number, i};
    }
    const std::string bytes = compressor_.compress(index + bodies);
    std::string dictionary = "<</Type/ObjStm/N ";
    append_number(dictionary, static_cast<std::int64_t>(packed.size()), 0);
    dictionary += "/First ";
    append_number(dictionary, static_cast<std::int64_t>(index.size()), 0);
    dictionary += "/Filter/FlateDecode/Length ";
    append_number(dictionary, static_cast<std::int64_t>(bytes.size()), 0);
    write_stream(stream_number, dictionary + ">>", bytes);
}

void FileWriter::write_cross_reference() {
    const std::size_t number = places_.size();
    const std::size_t start = out_.size();
    places_.push_back({false, start, 0});
    std::size_t width = 1;  // bytes of an offset
    while ((start >> (8 * width)) != 0) ++width;
    // Each row is stored as its difference to the row above (PNG "up"): neighbours differ little.
    const std::size_t columns = width + 2;
    std::string above(columns, '\0'), rows;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        std::string row(columns, '\0');
        row[0] = i == 0 ? 0 : places_[i].packed ? 2 : 1;
        for (std::size_t byte = 0; byte < width; ++byte)
            row[width - byte] = static_cast<char>(places_[i].offset_or_stream >> (8 * byte));
        row[columns - 1] = static_cast<char>(places_[i].index);
        rows += '\2';
        for (std::size_t c = 0; c < columns; ++c) rows += static_cast<char>(row[c] - above[c]);
        above = std::move(row);
    }
    const std::string bytes = compressor_.compress(rows);
    const std::string id = "<" + hash_.hexadecimal() + ">";
    const std::string dictionary =
        "<</Type/XRef/Size " + std::to_string(places_.size()) + "/W[1 " + std::to_string(width) +
        " 1]/Root " + reference(document_.catalog()) + "/Info " + reference(document_.information()) + "/ID[" + id + id +
        "]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " + std::to_string(columns) +
        ">>/Length " + std::to_string(bytes.size()) + ">>";
    write_stream(number, dictionary, bytes);
    out_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
}

}  // namespace

std::string write_file(HaruDocument& document, StreamCompressor& compressor) {
    return FileWriter(document, compressor).finish();
}

}  // namespace nianbao::pdf
