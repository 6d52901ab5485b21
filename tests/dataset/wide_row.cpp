// SPDX-License-Identifier: BSL-1.0
// Rows of more columns than Boost.PFR reads, with names that C++ cannot spell, compile and are written.
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/write_rows.hpp>

namespace {

#define SYNTH_TEN(name)                                                                                      \
    name##0 {}, name##1 {}, name##2 {}, name##3 {}, name##4 {}, name##5 {}, name##6 {}, name##7 {},          \
        name##8 {}, name##9 {}
struct wide {
    std::int64_t id{};
    std::int32_t SYNTH_TEN(a), SYNTH_TEN(b), SYNTH_TEN(c), SYNTH_TEN(d), SYNTH_TEN(e);
    std::string SYNTH_TEN(f), SYNTH_TEN(g), SYNTH_TEN(h), SYNTH_TEN(i), SYNTH_TEN(j);
    double SYNTH_TEN(k), SYNTH_TEN(l), SYNTH_TEN(m), SYNTH_TEN(n), SYNTH_TEN(o);
};
#undef SYNTH_TEN

} // namespace

#define SYNTH_TEN(name)                                                                                      \
    &wide::name##0, &wide::name##1, &wide::name##2, &wide::name##3, &wide::name##4, &wide::name##5,          \
        &wide::name##6, &wide::name##7, &wide::name##8, &wide::name##9
#define SYNTH_NAMES(name)                                                                                    \
    #name " 0", #name " 1", #name " 2", #name " 3", #name " 4", #name " 5", #name " 6", #name " 7",          \
        #name " 8", #name " 9"
template<>
inline constexpr auto synth::members<wide> =
    synth::member_list<&wide::id, SYNTH_TEN(a), SYNTH_TEN(b), SYNTH_TEN(c), SYNTH_TEN(d), SYNTH_TEN(e),
                       SYNTH_TEN(f), SYNTH_TEN(g), SYNTH_TEN(h), SYNTH_TEN(i), SYNTH_TEN(j), SYNTH_TEN(k),
                       SYNTH_TEN(l), SYNTH_TEN(m), SYNTH_TEN(n), SYNTH_TEN(o)>{
        "id",           SYNTH_NAMES(a), SYNTH_NAMES(b), SYNTH_NAMES(c), SYNTH_NAMES(d), SYNTH_NAMES(e),
        SYNTH_NAMES(f), SYNTH_NAMES(g), SYNTH_NAMES(h), SYNTH_NAMES(i), SYNTH_NAMES(j), SYNTH_NAMES(k),
        SYNTH_NAMES(l), SYNTH_NAMES(m), SYNTH_NAMES(n), SYNTH_NAMES(o)};
#undef SYNTH_NAMES
#undef SYNTH_TEN

template<>
inline constexpr auto synth::table<wide> = synth::describe<wide>(synth::primary_key<&wide::id>());

TEST_CASE("a row of 151 listed columns is planned, read and written") {
    static_assert(synth::field_count<wide> == 151);
    const synth::dataset<synth::schema<wide>> data;
    CHECK(data.value<&wide::id>(5) == 6);
    CHECK(data.row<wide>(7).o9 == data.value<&wide::o9>(7));
    synth::byte_buffer buffer;
    synth::write_rows<wide>(data, synth::csv_format{}, 3, 4, buffer);
    CHECK(buffer.view().starts_with("4,"));
    CHECK(synth::column_names<synth::schema<wide>, 0>[150] == "o 9");
}
