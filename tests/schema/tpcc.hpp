// SPDX-License-Identifier: BSL-1.0
// The nine tables of TPC-C with their keys: composite keys, shared columns, a junction, one-to-one rows.
#ifndef SYNTH_TESTS_SCHEMA_TPCC_HPP
#define SYNTH_TESTS_SCHEMA_TPCC_HPP

#include <cstdint>
#include <string>

#include <synth/schema/schema.hpp>

namespace tpcc {

struct warehouse {
    std::int64_t w_id{};
    std::string w_name{};
};
struct district {
    std::int64_t d_w_id{};
    std::int32_t d_id{};
};
struct customer {
    std::int64_t c_w_id{};
    std::int32_t c_d_id{};
    std::int32_t c_id{};
    std::string c_last{};
};
struct history {
    std::int32_t h_c_id{};
    std::int32_t h_c_d_id{};
    std::int64_t h_c_w_id{};
    std::int32_t h_d_id{};
    std::int64_t h_w_id{};
};
struct orders {
    std::int64_t o_w_id{};
    std::int32_t o_d_id{};
    std::int32_t o_id{};
    std::int32_t o_c_id{};
};
struct new_order {
    std::int32_t no_o_id{};
    std::int32_t no_d_id{};
    std::int64_t no_w_id{};
};
struct order_line {
    std::int64_t ol_w_id{};
    std::int32_t ol_d_id{};
    std::int32_t ol_o_id{};
    std::int32_t ol_number{};
    std::int32_t ol_i_id{};
    std::int64_t ol_supply_w_id{};
};
struct item {
    std::int32_t i_id{};
};
struct stock {
    std::int64_t s_w_id{};
    std::int32_t s_i_id{};
};

using database =
    synth::schema<customer, district, history, item, new_order, order_line, orders, stock, warehouse>;

} // namespace tpcc

template<>
inline constexpr auto synth::table<tpcc::warehouse> =
    synth::describe<tpcc::warehouse>(synth::primary_key<&tpcc::warehouse::w_id>(), synth::row_count(2));
template<>
inline constexpr auto synth::table<tpcc::district> =
    synth::describe<tpcc::district>(synth::primary_key<&tpcc::district::d_w_id, &tpcc::district::d_id>(),
                                    synth::row_count(20),
                                    synth::references<&tpcc::district::d_w_id, &tpcc::warehouse::w_id>());
template<>
inline constexpr auto synth::table<tpcc::customer> = synth::describe<tpcc::customer>(
    synth::primary_key<&tpcc::customer::c_w_id, &tpcc::customer::c_d_id, &tpcc::customer::c_id>(),
    synth::row_count(60),
    synth::references<synth::columns<&tpcc::customer::c_w_id, &tpcc::customer::c_d_id>,
                      synth::columns<&tpcc::district::d_w_id, &tpcc::district::d_id>>());
template<>
inline constexpr auto synth::table<tpcc::history> = synth::describe<tpcc::history>(
    synth::row_count(70),
    synth::references<
        synth::columns<&tpcc::history::h_c_w_id, &tpcc::history::h_c_d_id, &tpcc::history::h_c_id>,
        synth::columns<&tpcc::customer::c_w_id, &tpcc::customer::c_d_id, &tpcc::customer::c_id>>(),
    synth::references<synth::columns<&tpcc::history::h_w_id, &tpcc::history::h_d_id>,
                      synth::columns<&tpcc::district::d_w_id, &tpcc::district::d_id>>());
template<>
inline constexpr auto synth::table<tpcc::orders> = synth::describe<tpcc::orders>(
    synth::primary_key<&tpcc::orders::o_w_id, &tpcc::orders::o_d_id, &tpcc::orders::o_id>(),
    synth::row_count(60),
    synth::references<
        synth::columns<&tpcc::orders::o_w_id, &tpcc::orders::o_d_id, &tpcc::orders::o_c_id>,
        synth::columns<&tpcc::customer::c_w_id, &tpcc::customer::c_d_id, &tpcc::customer::c_id>>());
template<>
inline constexpr auto synth::table<tpcc::new_order> = synth::describe<tpcc::new_order>(
    synth::primary_key<&tpcc::new_order::no_w_id, &tpcc::new_order::no_d_id, &tpcc::new_order::no_o_id>(),
    synth::row_count(18),
    synth::references<
        synth::columns<&tpcc::new_order::no_w_id, &tpcc::new_order::no_d_id, &tpcc::new_order::no_o_id>,
        synth::columns<&tpcc::orders::o_w_id, &tpcc::orders::o_d_id, &tpcc::orders::o_id>>());
template<>
inline constexpr auto synth::table<tpcc::order_line> = synth::describe<tpcc::order_line>(
    synth::primary_key<&tpcc::order_line::ol_w_id, &tpcc::order_line::ol_d_id, &tpcc::order_line::ol_o_id,
                       &tpcc::order_line::ol_number>(),
    synth::row_count(600),
    synth::references<
        synth::columns<&tpcc::order_line::ol_w_id, &tpcc::order_line::ol_d_id, &tpcc::order_line::ol_o_id>,
        synth::columns<&tpcc::orders::o_w_id, &tpcc::orders::o_d_id, &tpcc::orders::o_id>>(),
    synth::references<synth::columns<&tpcc::order_line::ol_supply_w_id, &tpcc::order_line::ol_i_id>,
                      synth::columns<&tpcc::stock::s_w_id, &tpcc::stock::s_i_id>>());
template<>
inline constexpr auto synth::table<tpcc::item> =
    synth::describe<tpcc::item>(synth::primary_key<&tpcc::item::i_id>(), synth::row_count(50));
template<>
inline constexpr auto synth::table<tpcc::stock> =
    synth::describe<tpcc::stock>(synth::primary_key<&tpcc::stock::s_w_id, &tpcc::stock::s_i_id>(),
                                 synth::row_count(100),
                                 synth::references<&tpcc::stock::s_w_id, &tpcc::warehouse::w_id>(),
                                 synth::references<&tpcc::stock::s_i_id, &tpcc::item::i_id>());

#endif
