// SPDX-License-Identifier: BSL-1.0
// A small shop for the tests of the dataset's parts.
#ifndef SYNTH_TESTS_DATASET_SHOP_HPP
#define SYNTH_TESTS_DATASET_SHOP_HPP

#include <cstdint>
#include <optional>
#include <string>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/nulls.hpp>
#include <synth/generate/uniform.hpp>
#include <synth/generate/zipf.hpp>

namespace shop {

struct customer {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> email;
};
struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
    std::optional<std::int64_t> referrer_id;
    std::optional<std::int32_t> rating;
    std::string code;
};
struct line {
    std::int64_t order_id{};
    std::int32_t number{};
    std::int32_t amount{};
};
struct invoice {
    std::int64_t order_id{};
};

using database = synth::schema<customer, order, line, invoice>;

} // namespace shop

template<>
inline constexpr auto synth::table<shop::order> = synth::describe<shop::order>(
    synth::named("orders"), synth::in_schema("sales"), synth::row_count(500),
    synth::unique<&shop::order::code>(),
    synth::references<&shop::order::customer_id, &shop::customer::id>(synth::zipf(1.1)),
    synth::references<&shop::order::referrer_id, &shop::customer::id>(synth::nulls(0.25)),
    synth::column<&shop::order::rating>(synth::uniform(1, 5), synth::nulls(0.5)),
    synth::column<&shop::order::code>(synth::max_length(8)));
template<>
inline constexpr auto synth::table<shop::line> = synth::describe<shop::line>(
    synth::row_count(2'000), synth::primary_key<&shop::line::order_id, &shop::line::number>(),
    synth::references<&shop::line::order_id, &shop::order::id>(synth::children_between(1, 7)),
    synth::column<&shop::line::amount>([](synth::draw& cell) { return cell.between(1, 9); }));
template<>
inline constexpr auto synth::table<shop::invoice> =
    synth::describe<shop::invoice>(synth::row_count(300), synth::primary_key<&shop::invoice::order_id>(),
                                   synth::references<&shop::invoice::order_id, &shop::order::id>());

#endif
