// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/reference_fit.hpp>

#include "../schema/tpcc.hpp"

namespace {

struct wide { // its key is numbered
    std::int64_t id{};
};
struct shuffled { // its key comes from all of 64 bits
    std::int64_t id{};
};
struct narrow {
    std::int16_t wide_id{};
};
struct narrow_shuffled {
    std::int32_t shuffled_id{};
};
struct lines {
    std::int64_t wide_id{};
    std::int64_t number{};
};
struct narrow_lines {
    std::int64_t wide_id{};
    std::int16_t number{};
};
struct text_key {
    std::string code;
    synth::timestamp at;
};
struct short_text {
    std::string code;
};
struct whole_seconds {
    synth::timestamp at;
};
struct free_key { // one column is the key, the other whatever it likes
    std::int64_t any{};
    std::string code;
};
struct narrow_free {
    std::int32_t any{};
    std::string code;
};

template<typename Child, typename Parent>
void plan(std::uint64_t children, std::uint64_t parents) {
    static_cast<void>(synth::dataset<synth::schema<Parent, Child>>{synth::count<Parent>{parents},
                                                                   synth::count<Child>{children}});
}

} // namespace

template<>
inline constexpr auto synth::table<shuffled> =
    synth::describe<shuffled>(synth::column<&shuffled::id>(synth::permuted_key{}));
template<>
inline constexpr auto synth::table<narrow> =
    synth::describe<narrow>(synth::references<&narrow::wide_id, &wide::id>());
template<>
inline constexpr auto synth::table<narrow_shuffled> =
    synth::describe<narrow_shuffled>(synth::references<&narrow_shuffled::shuffled_id, &shuffled::id>());
template<>
inline constexpr auto synth::table<lines> = synth::describe<lines>(
    synth::primary_key<&lines::wide_id, &lines::number>(), synth::references<&lines::wide_id, &wide::id>());
template<>
inline constexpr auto synth::table<narrow_lines> = synth::describe<narrow_lines>(
    synth::references<synth::columns<&narrow_lines::wide_id, &narrow_lines::number>,
                      synth::columns<&lines::wide_id, &lines::number>>());
template<>
inline constexpr auto synth::table<text_key> =
    synth::describe<text_key>(synth::primary_key<&text_key::code>(), synth::unique<&text_key::at>());
template<>
inline constexpr auto synth::table<short_text> =
    synth::describe<short_text>(synth::references<&short_text::code, &text_key::code>(),
                                synth::column<&short_text::code>(synth::max_length(4)));
template<>
inline constexpr auto synth::table<whole_seconds> =
    synth::describe<whole_seconds>(synth::references<&whole_seconds::at, &text_key::at>(),
                                   synth::column<&whole_seconds::at>(synth::fraction_digits(0)));
template<>
inline constexpr auto synth::table<free_key> =
    synth::describe<free_key>(synth::primary_key<&free_key::code, &free_key::any>(),
                              synth::column<&free_key::any>([](synth::draw&) { return 7; }));
template<>
inline constexpr auto synth::table<narrow_free> =
    synth::describe<narrow_free>(synth::references<synth::columns<&narrow_free::any, &narrow_free::code>,
                                                   synth::columns<&free_key::any, &free_key::code>>());

TEST_CASE("a column's origin is where its values are made") {
    using schema = tpcc::database;
    constexpr synth::column_position line = synth::origin_of<schema>({5, 0}); // ol_w_id
    static_assert(line.table == 8 && line.column == 0);
    constexpr synth::column_position number = synth::origin_of<schema>({5, 2}); // ol_o_id: counted in orders
    static_assert(number.table == 6 && number.column == 2);
    CHECK(synth::origin_of<schema>({5, 3}).table == 5);
}

TEST_CASE("a narrow column may refer to a wide key whose values fit") {
    CHECK_NOTHROW(plan<narrow, wide>(5, 32'767));
    CHECK_THROWS_WITH(
        (plan<narrow, wide>(5, 32'768)),
        "synth: narrow(wide_id) -> wide: keys from 1 to 32768 of the parent may not fit wide_id; "
        "give both columns one type and length, or the parent a key of smaller values");
    CHECK_NOTHROW(plan<narrow, wide>(0, 1'000'000));
    CHECK_THROWS_AS((plan<narrow_shuffled, shuffled>(1, 1)), synth::plan_error);
}

TEST_CASE("numbers of an owner's rows fit the columns that repeat them") {
    using schema = synth::schema<wide, lines, narrow_lines>;
    CHECK_NOTHROW(synth::dataset<schema>{synth::count<wide>{1}, synth::count<lines>{32'767}});
    CHECK_THROWS_WITH((synth::dataset<schema>{synth::count<wide>{1}, synth::count<lines>{32'768}}),
                      doctest::Contains("numbers up to 32768 of the parent may not fit number"));
}

TEST_CASE("texts and times that would be cut are refused") {
    CHECK_THROWS_WITH((plan<short_text, text_key>(1, 1)), doctest::Contains("keys of length 12"));
    CHECK_THROWS_AS((plan<whole_seconds, text_key>(1, 1)), synth::plan_error);
}

TEST_CASE("values of unknown size are refused in a narrower column") {
    CHECK_THROWS_WITH((plan<narrow_free, free_key>(1, 1)),
                      doctest::Contains("values of the parent may not fit any"));
}
