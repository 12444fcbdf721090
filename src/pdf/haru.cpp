// The only file that includes libharu.
#include "pdf/haru.hpp"

#include <deque>
#include <new>

#include <hpdf.h>
#include <hpdf_catalog.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <nianbao/error.hpp>

#include "base/messages.hpp"

namespace nianbao::pdf {

namespace {

// A page tree node holds this many pages: arrays of libharu end at 32,767 items and grow slowly.
constexpr std::size_t pages_per_node = 64;

struct RawObject {
    HPDF_Dict dict = nullptr;
    std::string entries = {};
    std::string stream = {};
    bool is_stream = false;
};

// libharu calls this between the entries it knows itself and the closing ">>".
HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
    const auto* raw = static_cast<const RawObject*>(dict->attr);
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(raw->entries.data()),
                             static_cast<HPDF_UINT>(raw->entries.size()));
}

// No exception may cross libharu's C frames.
HPDF_STATUS append_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
    try {
        static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
        return HPDF_OK;
    } catch (const std::bad_alloc&) {
        return HPDF_FAILD_TO_ALLOC_MEM;
    }
}

[[noreturn]] void refuse(unsigned long code, unsigned long detail) {
    throw PdfError("PDF-LIBHARU", "", say("PDF-LIBHARU", {{"code", std::to_string(code)}, {"detail", std::to_string(detail)}}));
}

struct FreeDocument {
    void operator()(HPDF_Doc document) const { HPDF_Free(document); }
};
struct FreeStream {
    void operator()(HPDF_Stream stream) const { HPDF_Stream_Free(stream); }
};

}  // namespace

class HaruDocument::Impl {
public:
    Impl() : document_(HPDF_New(nullptr, nullptr)) {
        if (!document_) throw std::bad_alloc();
        catalog_.dict = document_->catalog;
        information_.dict = document_->info;
        if (!catalog_.dict || !information_.dict) refuse_if_failed();
        // Every new document names libharu as its producer; the entry is ours to write.
        HPDF_Dict_RemoveElement(information_.dict, "Producer");
    }

    RawObject& make() {
        const HPDF_Dict dict = HPDF_Dict_New(document_->mmgr);
        if (!dict) throw std::bad_alloc();
        // libharu's lists grow by a fixed number of items: by as many as there are, a long one costs linear time.
        document_->xref->entries->items_per_block = document_->xref->entries->count;
        if (HPDF_Xref_Add(document_->xref, dict) != HPDF_OK) refuse_if_failed();
        const ObjectNumber number = number_of(dict);
        if (raw_.size() <= number) raw_.resize(number + 1);
        raw_[number].dict = dict;
        attach(raw_[number]);
        return raw_[number];
    }

    RawObject& at(ObjectNumber number) { return raw_.at(number); }
    RawObject& catalog() { return catalog_; }
    RawObject& information() { return information_; }

    static void attach(RawObject& raw) {
        raw.dict->attr = &raw;
        raw.dict->write_fn = write_entries;
    }

    static ObjectNumber number_of(HPDF_Dict dict) { return dict->header.obj_id & 0x00FFFFFFU; }

    void put_into_page_tree(RawObject& page) {
        if (pages_ % pages_per_node == 0) {
            node_ = HPDF_Pages_New(document_->mmgr, document_->root_pages, document_->xref);
            if (!node_) refuse_if_failed();
        }
        if (HPDF_Pages_AddKids(node_, page.dict) != HPDF_OK) refuse_if_failed();
        // libharu counts only kids of this class; set after AddKids, which expects its own record there.
        page.dict->header.obj_class |= HPDF_OSUBCLASS_PAGE;
        ++pages_;
    }

    std::vector<SerialObject> serialise();

private:
    [[noreturn]] void refuse_if_failed() const {
        refuse(HPDF_GetError(document_.get()), HPDF_GetErrorDetail(document_.get()));
    }

    const RawObject* raw_of(std::size_t number, const void* object) const {
        return number < raw_.size() && raw_[number].dict == object ? &raw_[number] : nullptr;
    }

    std::unique_ptr<HPDF_Doc_Rec, FreeDocument> document_;
    std::deque<RawObject> raw_ = {};  // by object number; addresses stay
    RawObject catalog_ = {}, information_ = {};
    HPDF_Pages node_ = nullptr;
    std::size_t pages_ = 0;
    std::string bytes_ = {};
};

std::vector<SerialObject> HaruDocument::Impl::serialise() {
    bytes_.clear();
    const std::unique_ptr<HPDF_Stream_Rec, FreeStream> out(
        HPDF_CallbackWriter_New(document_->mmgr, append_bytes, &bytes_));
    if (!out) throw std::bad_alloc();
    const std::size_t count = document_->xref->entries->count;  // entry 0 is the free one
    std::vector<std::size_t> ends(count, 0);
    for (std::size_t number = 1; number < count; ++number) {
        const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(document_->xref, static_cast<HPDF_UINT>(number));
        if (!entry || HPDF_Obj_WriteValue(entry->obj, out.get(), nullptr) != HPDF_OK) refuse_if_failed();
        ends[number] = bytes_.size();
    }
    std::vector<SerialObject> objects;
    objects.reserve(count);
    for (std::size_t number = 1; number < count; ++number) {
        const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(document_->xref, static_cast<HPDF_UINT>(number));
        SerialObject object;
        object.number = static_cast<ObjectNumber>(number);
        object.body = std::string_view(bytes_).substr(ends[number - 1], ends[number] - ends[number - 1]);
        if (const RawObject* raw = raw_of(number, entry->obj)) {
            object.stream = raw->stream;
            object.is_stream = raw->is_stream;
        }
        objects.push_back(object);
    }
    return objects;
}

HaruDocument::HaruDocument() {
    // Records differ between 2.3 and 2.4: the header must be that of the library (spec/pdf 8.4).
    if (std::string_view(HPDF_GetVersion()) != HPDF_VERSION_TEXT)
        throw PdfError("PDF-LIBHARU-VERSION", "",
                       say("PDF-LIBHARU-VERSION", {{"header", HPDF_VERSION_TEXT}, {"library", HPDF_GetVersion()}}));
    impl_ = std::make_unique<Impl>();
}

HaruDocument::~HaruDocument() = default;

ObjectNumber HaruDocument::reserve() { return Impl::number_of(impl_->make().dict); }

void HaruDocument::set(ObjectNumber number, std::string entries) {
    impl_->at(number).entries = std::move(entries);
}

ObjectNumber HaruDocument::add(std::string entries) {
    RawObject& raw = impl_->make();
    raw.entries = std::move(entries);
    return Impl::number_of(raw.dict);
}

ObjectNumber HaruDocument::add_stream(std::string entries, std::string bytes) {
    RawObject& raw = impl_->make();
    raw.entries = std::move(entries) + "/Length " + std::to_string(bytes.size());
    raw.stream = std::move(bytes);
    raw.is_stream = true;
    return Impl::number_of(raw.dict);
}

ObjectNumber HaruDocument::reserve_page() {
    RawObject& raw = impl_->make();
    impl_->put_into_page_tree(raw);
    return Impl::number_of(raw.dict);
}

void HaruDocument::set_catalog(std::string entries) {
    impl_->catalog().entries = std::move(entries);
    Impl::attach(impl_->catalog());
}

void HaruDocument::set_information(std::string entries) {
    impl_->information().entries = std::move(entries);
    Impl::attach(impl_->information());
}

ObjectNumber HaruDocument::catalog() const { return Impl::number_of(impl_->catalog().dict); }

ObjectNumber HaruDocument::information() const { return Impl::number_of(impl_->information().dict); }

std::vector<SerialObject> HaruDocument::serialise() { return impl_->serialise(); }

std::string haru_version() { return HPDF_GetVersion(); }

}  // namespace nianbao::pdf
