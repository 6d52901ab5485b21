// SPDX-License-Identifier: BSL-1.0
// The loop over rows as users get it, at -O2: it allocates nothing once its buffer is as large as a block,
// which this program counts, and it calls nothing through a pointer, which check_calls reads from the
// program's instructions.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>

#include <synth/synth.hpp>

namespace {

struct depot {
    std::int64_t id{};
    std::string code;
};

struct parcel {
    std::int64_t depot_id{};
    std::int32_t number{};
    std::optional<std::int64_t> sender_id;
    synth::decimal<12, 2> price{};
    double weight{};
    bool insured{};
    synth::date sent{};
    std::optional<synth::timestamp> received;
    synth::uuid label{};
    std::string state;
    std::string note;
};

using parcels = synth::schema<parcel, depot>;

std::uint64_t allocations = 0;

} // namespace

template<>
inline constexpr auto synth::table<depot> =
    synth::describe<depot>(synth::primary_key<&depot::id>(), synth::unique<&depot::code>(),
                           synth::column<&depot::code>(synth::max_length(8)));
template<>
inline constexpr auto synth::table<parcel> = synth::describe<parcel>(
    synth::primary_key<&parcel::depot_id, &parcel::number>(),
    synth::references<&parcel::depot_id, &depot::id>(synth::children_between(1, 9)),
    synth::references<&parcel::sender_id, &depot::id>(),
    synth::column<&parcel::price>(synth::uniform(0.5, 999'999.0)),
    synth::column<&parcel::weight>(synth::lognormal(1.0, 0.5)),
    synth::column<&parcel::sent>(synth::uniform(synth::date::of(2020, 1, 1), synth::date::of(2024, 12, 31))),
    synth::column<&parcel::state>(synth::choice("sent", "on its way", "there")),
    synth::column<&parcel::note>(synth::text(synth::uniform(20, 120))));

// Not inlined: g++ would else see `free` meet `operator new`.
[[gnu::noinline]] void* operator new(std::size_t size) {
    ++allocations;
    if (void* room = std::malloc(size)) {
        return room;
    }
    throw std::bad_alloc{};
}
[[gnu::noinline]] void operator delete(void* room) noexcept { std::free(room); }
[[gnu::noinline]] void operator delete(void* room, std::size_t) noexcept { std::free(room); }

namespace {

template<typename Format>
using finished = synth::finished_cells<parcels, 0, Format>;

} // namespace

// Found by their names in the program.
#define SYNTH_HOT_LOOP(name, format)                                                                         \
    extern "C" [[gnu::noinline]] void name(const synth::dataset<parcels>& data,                              \
                                           const finished<synth::format>& cells, std::uint64_t first,        \
                                           std::uint64_t last, synth::byte_buffer& out) {                    \
        synth::write_rows<0>(data, synth::format{}, cells, first, last, out);                                \
    }
extern "C" {
SYNTH_HOT_LOOP(hot_loop_csv, csv_format)
SYNTH_HOT_LOOP(hot_loop_copy_text, copy_text_format)
SYNTH_HOT_LOOP(hot_loop_copy_binary, copy_binary_format)
}

namespace {

template<typename Format, typename Loop>
bool allocates(const synth::dataset<parcels>& data, const char* name, const Loop& loop) {
    const finished<Format> cells{data, Format{}, data.size<parcel>()};
    synth::byte_buffer out;
    loop(data, cells, 0, 1'000, out);
    const std::size_t block = out.size();
    out.clear();
    out.reserve(2 * block);
    const std::uint64_t before = allocations;
    for (std::uint64_t first = 0; first < data.size<parcel>(); first += 1'000) {
        out.clear();
        loop(data, cells, first, first + 1'000, out);
    }
    if (allocations != before) {
        std::fprintf(stderr, "%s allocates: %llu times in %llu rows\n", name,
                     static_cast<unsigned long long>(allocations - before),
                     static_cast<unsigned long long>(data.size<parcel>()));
    }
    return allocations != before;
}

} // namespace

int main() {
    const synth::dataset<parcels> data{synth::count<parcel>{100'000}, synth::count<depot>{20'000}};
    bool failed = allocates<synth::csv_format>(data, "CSV", hot_loop_csv);
    failed = allocates<synth::copy_text_format>(data, "COPY text", hot_loop_copy_text) || failed;
    failed = allocates<synth::copy_binary_format>(data, "COPY binary", hot_loop_copy_binary) || failed;
    return failed ? 1 : 0;
}
