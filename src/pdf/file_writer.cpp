// Objects → file: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
#include "pdf/file_writer.hpp"

#include <vector>

#include "pdf/content_hash.hpp"
#include "pdf/syntax.hpp"

namespace nianbao::pdf {

namespace {

// Readers unpack a whole object stream to get at one object of it; an index has one byte.
constexpr std::size_t objects_per_stream = 256;

// Where an object stands: at an offset, or packed as the index-th of an object stream.
struct Place {
    std::uint64_t offset_or_stream = 0;
    std::uint8_t index = 0;
    bool packed = false;
};

struct WaitingStream {
    ObjectNumber number = 0;
    std::string dictionary = {};
    std::string_view bytes = {};
};

struct ObjectStream {
    std::string dictionary = {}, bytes = {};
};

// One walk over the objects hashes and packs them; streams wait, so that the file begins with them.
class FileWriter {
public:
    FileWriter(HaruDocument& document, StreamCompressor& compressor)
        : document_(document), compressor_(compressor), places_(document.object_count() + 1) {}

    std::string finish() {
        document_.serialise([this](const SerialObject& object) { take(object); });
        if (packed_ > 0) close_object_stream();
        write_streams();
        write_cross_reference();
        return std::move(out_);
    }

private:
    void take(const SerialObject& object);
    void pack(const SerialObject& object);
    void close_object_stream();
    std::size_t size_of_streams() const;
    void write_streams();
    void write_stream(std::size_t number, std::string_view dictionary, std::string_view bytes);
    std::string cross_reference_rows(std::size_t width) const;
    void write_cross_reference();

    HaruDocument& document_;
    StreamCompressor& compressor_;
    std::vector<Place> places_;  // by object number
    ContentHash hash_ = {};
    std::vector<WaitingStream> streams_ = {};
    std::vector<ObjectStream> object_streams_ = {};  // their numbers follow those of the document
    std::string index_ = {}, bodies_ = {};           // of the open one
    std::size_t packed_ = 0;                         // objects in it
    std::string out_ = {};
};

void FileWriter::take(const SerialObject& object) {
    hash_.add(object.body);
    if (!object.is_stream) return pack(object);
    hash_.add(object.stream);
    streams_.push_back({object.number, std::string(object.body), object.stream});
}

void FileWriter::pack(const SerialObject& object) {
    append_number(index_, object.number, 0);
    index_ += ' ';
    append_number(index_, static_cast<std::int64_t>(bodies_.size()), 0);
    index_ += ' ';
    bodies_ += object.body;
    bodies_ += '\n';
    places_[object.number] = {document_.object_count() + 1 + object_streams_.size(), static_cast<std::uint8_t>(packed_), true};
    if (++packed_ == objects_per_stream) close_object_stream();
}

void FileWriter::close_object_stream() {
    ObjectStream& stream = object_streams_.emplace_back();
    stream.dictionary = "<</Type/ObjStm/N " + std::to_string(packed_) + "/First " + std::to_string(index_.size());
    index_ += bodies_;
    stream.bytes = compressor_.compress(index_);
    stream.dictionary += "/Filter/FlateDecode/Length " + std::to_string(stream.bytes.size()) + ">>";
    index_.clear();
    bodies_.clear();
    packed_ = 0;
}

std::size_t FileWriter::size_of_streams() const {
    constexpr std::size_t around = 48;  // "12 0 obj", "stream", "endstream", "endobj"
    std::size_t size = 0;
    for (const WaitingStream& stream : streams_) size += stream.dictionary.size() + stream.bytes.size() + around;
    for (const ObjectStream& stream : object_streams_) size += stream.dictionary.size() + stream.bytes.size() + around;
    return size;
}

void FileWriter::write_streams() {
    constexpr std::size_t head_and_tail = 1024;
    const std::size_t cross_references = places_.size();  // a byte each is more than enough, compressed
    out_.reserve(head_and_tail + size_of_streams() + cross_references);
    out_ = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
    for (const WaitingStream& stream : streams_) write_stream(stream.number, stream.dictionary, stream.bytes);
    for (const ObjectStream& stream : object_streams_) write_stream(places_.size(), stream.dictionary, stream.bytes);
}

void FileWriter::write_stream(std::size_t number, std::string_view dictionary, std::string_view bytes) {
    if (places_.size() <= number) places_.resize(number + 1);
    places_[number] = {out_.size(), 0, false};
    append_number(out_, static_cast<std::int64_t>(number), 0);
    out_ += " 0 obj\n";
    out_ += dictionary;
    out_ += "\nstream\n";
    out_ += bytes;
    out_ += "\nendstream\nendobj\n";
}

// One row for each object: its kind, offset or stream in `width` bytes, index. Each is stored as its difference
// to the row above (PNG "up"): neighbours differ little.
std::string FileWriter::cross_reference_rows(std::size_t width) const {
    std::string row(width + 2, '\0'), above = row, rows;
    rows.reserve(places_.size() * (row.size() + 1));
    for (std::size_t i = 0; i < places_.size(); ++i) {
        row.front() = i == 0 ? 0 : places_[i].packed ? 2 : 1;
        for (std::size_t byte = 0; byte < width; ++byte)
            row[width - byte] = static_cast<char>(places_[i].offset_or_stream >> (8 * byte));
        row.back() = static_cast<char>(places_[i].index);
        rows += '\2';
        for (std::size_t c = 0; c < row.size(); ++c) rows += static_cast<char>(row[c] - above[c]);
        above.swap(row);
    }
    return rows;
}

void FileWriter::write_cross_reference() {
    const std::size_t number = places_.size();
    const std::size_t start = out_.size();
    places_.push_back({start, 0, false});
    std::size_t width = 1;  // bytes of an offset
    while ((start >> (8 * width)) != 0) ++width;
    const std::string bytes = compressor_.compress(cross_reference_rows(width));
    const std::string id = "<" + hash_.hexadecimal() + ">";
    const std::string dictionary =
        "<</Type/XRef/Size " + std::to_string(places_.size()) + "/W[1 " + std::to_string(width) +
        " 1]/Root " + reference(document_.catalog()) + "/Info " + reference(document_.information()) + "/ID[" + id + id +
        "]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " + std::to_string(width + 2) +
        ">>/Length " + std::to_string(bytes.size()) + ">>";
    write_stream(number, dictionary, bytes);
    out_ += "startxref\n" + std::to_string(start) + "\n%%EOF\n";
}

}  // namespace

std::string write_file(HaruDocument& document, StreamCompressor& compressor) {
    return FileWriter(document, compressor).finish();
}

}  // namespace nianbao::pdf
