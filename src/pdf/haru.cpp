// The only file that includes libharu.
#include "pdf/haru.hpp"

#include <algorithm>
#include <memory_resource>
#include <new>
#include <vector>

#include <hpdf.h>
#include <hpdf_catalog.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>

#include <nianbao/error.hpp>

#include "base/messages.hpp"

namespace nianbao::pdf {

namespace {

// A page tree node holds this many pages: arrays of libharu end at 32,767 items and grow slowly.
constexpr std::size_t pages_per_node = 64;

// Small records are cut from blocks: a long table has hundreds of thousands of objects.
constexpr std::uint32_t block_size = 65'536;

ObjectNumber number_of(HPDF_Dict dict) { return dict->header.obj_id & 0x00FFFFFFU; }

// Entries of our own by object number.
class EntryTable {
public:
    void set(ObjectNumber number, std::string_view entries) {
        auto* copy = static_cast<char*>(bytes_.allocate(entries.size(), 1));
        std::copy(entries.begin(), entries.end(), copy);
        if (rows_.size() <= number) rows_.resize(number + 1);
        rows_[number] = {copy, entries.size()};
    }

    std::string_view of(ObjectNumber number) const { return number < rows_.size() ? rows_[number] : std::string_view(); }

private:
    std::pmr::monotonic_buffer_resource bytes_{block_size, std::pmr::new_delete_resource()};
    std::vector<std::string_view> rows_ = {};
};

struct StreamBytes {
    ObjectNumber number = 0;
    std::string bytes = {};
};

// libharu calls this between the entries it knows itself and the closing ">>".
HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
    const std::string_view entries = static_cast<const EntryTable*>(dict->attr)->of(number_of(dict));
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(entries.data()),
                             static_cast<HPDF_UINT>(entries.size()));
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

struct FreeManager {
    void operator()(HPDF_MMgr manager) const { HPDF_MMgr_Free(manager); }
};
struct FreeObjects {
    void operator()(HPDF_Xref objects) const { HPDF_Xref_Free(objects); }
};
struct FreeStream {
    void operator()(HPDF_Stream stream) const { HPDF_Stream_Free(stream); }
};

}  // namespace

// libharu's object layer without its document, of which nothing else would be used.
class HaruDocument::Impl {
public:
    Impl() {
        HPDF_Error_Init(&error_, nullptr);
        heap_.reset(HPDF_MMgr_New(&error_, 0, nullptr, nullptr));
        pool_.reset(HPDF_MMgr_New(&error_, block_size, nullptr, nullptr));
        if (!heap_ || !pool_) throw std::bad_alloc();
        objects_.reset(HPDF_Xref_New(pool_.get(), 0));
        if (!objects_) throw std::bad_alloc();
        catalog_ = HPDF_Catalog_New(heap_.get(), objects_.get());
        if (!catalog_) refuse();
        attach(catalog_);
        information_ = make();
    }

    // A dictionary with entries of ours.
    HPDF_Dict make() {
        const HPDF_Dict dict = HPDF_Dict_New(pool_.get());
        if (!dict) throw std::bad_alloc();
        // libharu's lists grow by a fixed number of items: by as many as there are, a long one costs linear time.
        objects_->entries->items_per_block = objects_->entries->count;
        if (HPDF_Xref_Add(objects_.get(), dict) != HPDF_OK) refuse();
        attach(dict);
        return dict;
    }

    void put_into_page_tree(HPDF_Dict page) {
        if (pages_ % pages_per_node == 0) {
            node_ = HPDF_Pages_New(heap_.get(), HPDF_Catalog_GetRoot(catalog_), objects_.get());
            if (!node_) refuse();
        }
        if (HPDF_Pages_AddKids(node_, page) != HPDF_OK) refuse();
        // libharu counts only kids of this class; set after AddKids, which expects its own record there.
        page->header.obj_class |= HPDF_OSUBCLASS_PAGE;
        ++pages_;
    }

    void add_stream(ObjectNumber number, std::string bytes) { streams_.push_back({number, std::move(bytes)}); }
    void serialise(const std::function<void(const SerialObject&)>& take);

    EntryTable& entries() { return entries_; }
    HPDF_Dict catalog() const { return catalog_; }
    HPDF_Dict information() const { return information_; }
    std::size_t count() const { return objects_->entries->count - 1; }  // entry 0 is the free one

private:
    [[noreturn]] void refuse() {
        throw PdfError("PDF-LIBHARU", "",
                       say("PDF-LIBHARU", {{"code", std::to_string(HPDF_Error_GetCode(&error_))},
                                           {"detail", std::to_string(HPDF_Error_GetDetailCode(&error_))}}));
    }

    void attach(HPDF_Dict dict) {
        dict->attr = &entries_;
        dict->write_fn = write_entries;
    }

    HPDF_Error_Rec error_ = {};
    // libharu's pools give memory out without alignment (spec/pdf 2.2): in ours stand only dictionaries and
    // what lists them, whose sizes keep it. Nodes of the page tree hold numbers of half the size of a pointer.
    std::unique_ptr<HPDF_MMgr_Rec, FreeManager> heap_ = {}, pool_ = {};
    std::unique_ptr<HPDF_Xref_Rec, FreeObjects> objects_ = {};
    HPDF_Dict catalog_ = nullptr, information_ = nullptr;
    HPDF_Pages node_ = nullptr;
    std::size_t pages_ = 0;
    EntryTable entries_ = {};
    std::vector<StreamBytes> streams_ = {};  // their numbers rise
};

void HaruDocument::Impl::serialise(const std::function<void(const SerialObject&)>& take) {
    std::string body;
    const std::unique_ptr<HPDF_Stream_Rec, FreeStream> out(HPDF_CallbackWriter_New(heap_.get(), append_bytes, &body));
    if (!out) throw std::bad_alloc();
    auto stream = streams_.begin();
    for (ObjectNumber number = 1; number <= count(); ++number) {
        const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(objects_.get(), number);
        body.clear();
        if (!entry || HPDF_Obj_WriteValue(entry->obj, out.get(), nullptr) != HPDF_OK) refuse();
        SerialObject object{number, body};
        if (stream != streams_.end() && stream->number == number) {
            object.stream = stream->bytes;
            object.is_stream = true;
            ++stream;
        }
        take(object);
    }
}

HaruDocument::HaruDocument() {
    // Records differ between 2.3 and 2.4: the header must be that of the library (spec/pdf 8.4).
    if (std::string_view(HPDF_GetVersion()) != HPDF_VERSION_TEXT)
        throw PdfError("PDF-LIBHARU-VERSION", "",
                       say("PDF-LIBHARU-VERSION", {{"header", HPDF_VERSION_TEXT}, {"library", HPDF_GetVersion()}}));
    impl_ = std::make_unique<Impl>();
}

HaruDocument::~HaruDocument() = default;

ObjectNumber HaruDocument::reserve() { return number_of(impl_->make()); }

void HaruDocument::set(ObjectNumber number, std::string_view entries) { impl_->entries().set(number, entries); }

ObjectNumber HaruDocument::add(std::string_view entries) {
    const ObjectNumber number = reserve();
    set(number, entries);
    return number;
}

ObjectNumber HaruDocument::add_stream(std::string_view entries, std::string bytes) {
    const ObjectNumber number = add(std::string(entries) + "/Length " + std::to_string(bytes.size()));
    impl_->add_stream(number, std::move(bytes));
    return number;
}

ObjectNumber HaruDocument::reserve_page() {
    const HPDF_Dict page = impl_->make();
    impl_->put_into_page_tree(page);
    return number_of(page);
}

void HaruDocument::set_catalog(std::string_view entries) { set(catalog(), entries); }

void HaruDocument::set_information(std::string_view entries) { set(information(), entries); }

ObjectNumber HaruDocument::catalog() const { return number_of(impl_->catalog()); }

ObjectNumber HaruDocument::information() const { return number_of(impl_->information()); }

void HaruDocument::serialise(const std::function<void(const SerialObject&)>& take) { impl_->serialise(take); }

std::size_t HaruDocument::object_count() const { return impl_->count(); }

std::string haru_version() { return HPDF_GetVersion(); }

}  // namespace nianbao::pdf
