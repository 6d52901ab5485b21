// The schema of the examples that are programs.
#ifndef EXAMPLES_SHOP_HPP
#define EXAMPLES_SHOP_HPP

#include <synth/synth.hpp>

namespace shop {

struct customer {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> email{};
};

struct product {
    std::int32_t id{};
    std::string title{};
    synth::decimal<10, 2> price{};
};

struct orders {
    std::int64_t id{};
    std::int64_t customer_id{};
    synth::timestamp placed_at{};
};

struct order_line {
    std::int64_t order_id{};
    std::int32_t number{};
    std::int32_t product_id{};
    std::int16_t quantity{};
};

using schema = synth::schema<customer, product, orders, order_line>;

} // namespace shop

template<>
inline constexpr auto synth::table<shop::product> =
    synth::describe<shop::product>(synth::column<&shop::product::price>(synth::lognormal(3.0, 0.8)));
template<>
inline constexpr auto synth::table<shop::orders> = synth::describe<shop::orders>(
    synth::references<&shop::orders::customer_id, &shop::customer::id>(synth::zipf(1.05)));
template<>
inline constexpr auto synth::table<shop::order_line> = synth::describe<shop::order_line>(
    synth::row_count(3'000), synth::primary_key<&shop::order_line::order_id, &shop::order_line::number>(),
    synth::references<&shop::order_line::order_id, &shop::orders::id>(synth::children_between(1, 5)),
    synth::references<&shop::order_line::product_id, &shop::product::id>(synth::zipf(0.9)),
    synth::column<&shop::order_line::quantity>(synth::uniform(1, 9)));

#endif
