// TPC-H, the eight tables of the specification 3.0.1 (clauses 1.4 and 4.2): keys, references, and the rules
// by which a value follows from others.
#ifndef EXAMPLES_TPCH_TPCH_HPP
#define EXAMPLES_TPCH_TPCH_HPP

#include <cstdint>
#include <string>
#include <string_view>

#include <synth/synth.hpp>

#include "rules.hpp"
#include "text.hpp"
#include "vocabulary.hpp"

namespace tpch {

using money = synth::decimal<15, 2>;

struct region {
    std::int32_t r_regionkey{};
    std::string r_name{};
    std::string r_comment{};
};

struct nation {
    std::int32_t n_nationkey{};
    std::string n_name{};
    std::int32_t n_regionkey{};
    std::string n_comment{};
};

struct part {
    std::int32_t p_partkey{};
    std::string p_name{};
    std::string p_mfgr{};
    std::string p_brand{};
    std::string p_type{};
    std::int32_t p_size{};
    std::string p_container{};
    money p_retailprice{};
    std::string p_comment{};
};

struct supplier {
    std::int32_t s_suppkey{};
    std::string s_name{};
    std::string s_address{};
    std::int32_t s_nationkey{};
    std::string s_phone{};
    money s_acctbal{};
    std::string s_comment{};
};

struct partsupp {
    std::int32_t ps_partkey{};
    std::int32_t ps_suppkey{};
    std::int32_t ps_availqty{};
    money ps_supplycost{};
    std::string ps_comment{};
};

struct customer {
    std::int32_t c_custkey{};
    std::string c_name{};
    std::string c_address{};
    std::int32_t c_nationkey{};
    std::string c_phone{};
    money c_acctbal{};
    std::string c_mktsegment{};
    std::string c_comment{};
};

struct orders {
    std::int64_t o_orderkey{};
    std::int32_t o_custkey{};
    std::string o_orderstatus{};
    money o_totalprice{};
    synth::date o_orderdate{};
    std::string o_orderpriority{};
    std::string o_clerk{};
    std::int32_t o_shippriority{};
    std::string o_comment{};
};

struct lineitem {
    std::int64_t l_orderkey{};
    std::int32_t l_partkey{};
    std::int32_t l_suppkey{};
    std::int32_t l_linenumber{};
    money l_quantity{};
    money l_extendedprice{};
    money l_discount{};
    money l_tax{};
    std::string l_returnflag{};
    std::string l_linestatus{};
    synth::date l_shipdate{};
    synth::date l_commitdate{};
    synth::date l_receiptdate{};
    std::string l_shipinstruct{};
    std::string l_shipmode{};
    std::string l_comment{};
};

using schema = synth::schema<region, nation, part, supplier, partsupp, customer, orders, lineitem>;

} // namespace tpch

template<>
inline constexpr auto synth::table<tpch::region> = synth::describe<tpch::region>(
    synth::row_count(5), synth::primary_key<&tpch::region::r_regionkey>(),
    synth::column<&tpch::region::r_regionkey>(synth::sequence(0)),
    synth::column<&tpch::region::r_name>(
        synth::max_length(25), [](const synth::draw& cell) { return tpch::regions[cell.row() % 5]; }),
    synth::column<&tpch::region::r_comment>(synth::max_length(152), tpch::comment(31, 115)));

template<>
inline constexpr auto synth::table<tpch::nation> = synth::describe<tpch::nation>(
    synth::row_count(25), synth::primary_key<&tpch::nation::n_nationkey>(),
    synth::references<&tpch::nation::n_regionkey, &tpch::region::r_regionkey>(tpch::region_law{}),
    synth::column<&tpch::nation::n_nationkey>(synth::sequence(0)),
    synth::column<&tpch::nation::n_name>(
        synth::max_length(25), [](const synth::draw& cell) { return tpch::nations[cell.row() % 25].name; }),
    synth::column<&tpch::nation::n_comment>(synth::max_length(152), tpch::comment(31, 114)));

template<>
inline constexpr auto synth::table<tpch::part> = synth::describe<tpch::part>(
    synth::row_count(200'000), synth::primary_key<&tpch::part::p_partkey>(),
    synth::column<&tpch::part::p_name>(synth::max_length(55), tpch::five_colours),
    synth::column<&tpch::part::p_mfgr>(synth::max_length(25),
                                       synth::choice("Manufacturer#1", "Manufacturer#2", "Manufacturer#3",
                                                     "Manufacturer#4", "Manufacturer#5")),
    synth::column<&tpch::part::p_brand>(
        synth::max_length(10),
        synth::derive<&tpch::part::p_mfgr>([](synth::draw& cell, const std::string& maker) {
            tpch::short_text<10> brand;
            brand.append("Brand#");
            brand.append(std::string_view{maker}.substr(maker.size() - 1));
            brand.append_number(cell.between(1U, 5U), 1);
            return brand;
        })),
    synth::column<&tpch::part::p_type>(synth::max_length(25), tpch::any_of<tpch::types>),
    synth::column<&tpch::part::p_size>(synth::uniform(1, 50)),
    synth::column<&tpch::part::p_container>(synth::max_length(10), tpch::any_of<tpch::containers>),
    synth::column<&tpch::part::p_retailprice>(synth::derive<&tpch::part::p_partkey>(
        [](std::int32_t key) { return tpch::money{tpch::retail_cents(key)}; })),
    synth::column<&tpch::part::p_comment>(synth::max_length(23), tpch::comment(5, 22)));

template<>
inline constexpr auto synth::table<tpch::supplier> = synth::describe<tpch::supplier>(
    synth::row_count(10'000), synth::primary_key<&tpch::supplier::s_suppkey>(),
    synth::references<&tpch::supplier::s_nationkey, &tpch::nation::n_nationkey>(),
    synth::column<&tpch::supplier::s_name>(synth::max_length(25), tpch::name_by_number("Supplier#")),
    synth::column<&tpch::supplier::s_address>(synth::max_length(40), tpch::address{}),
    synth::column<&tpch::supplier::s_phone>(synth::max_length(15),
                                            synth::derive<&tpch::supplier::s_nationkey>(tpch::phone_of)),
    synth::column<&tpch::supplier::s_acctbal>(synth::uniform(-999.99, 9'999.99)),
    synth::column<&tpch::supplier::s_comment>(synth::max_length(101), tpch::supplier_comment{}));

template<>
inline constexpr auto synth::table<tpch::partsupp> = synth::describe<tpch::partsupp>(
    synth::row_count(800'000), synth::primary_key<&tpch::partsupp::ps_partkey, &tpch::partsupp::ps_suppkey>(),
    synth::references<&tpch::partsupp::ps_partkey, &tpch::part::p_partkey>(synth::children_fixed(4)),
    synth::references<&tpch::partsupp::ps_suppkey, &tpch::supplier::s_suppkey>(
        synth::partners(tpch::supplier_of_part)),
    synth::column<&tpch::partsupp::ps_availqty>(synth::uniform(1, 9'999)),
    synth::column<&tpch::partsupp::ps_supplycost>(synth::uniform(1.00, 1'000.00)),
    synth::column<&tpch::partsupp::ps_comment>(synth::max_length(199), tpch::comment(49, 198)));

template<>
inline constexpr auto synth::table<tpch::customer> = synth::describe<tpch::customer>(
    synth::row_count(150'000), synth::primary_key<&tpch::customer::c_custkey>(),
    synth::references<&tpch::customer::c_nationkey, &tpch::nation::n_nationkey>(),
    synth::column<&tpch::customer::c_name>(synth::max_length(25), tpch::name_by_number("Customer#")),
    synth::column<&tpch::customer::c_address>(synth::max_length(40), tpch::address{}),
    synth::column<&tpch::customer::c_phone>(synth::max_length(15),
                                            synth::derive<&tpch::customer::c_nationkey>(tpch::phone_of)),
    synth::column<&tpch::customer::c_acctbal>(synth::uniform(-999.99, 9'999.99)),
    synth::column<&tpch::customer::c_mktsegment>(synth::max_length(10), tpch::any_of<tpch::segments>),
    synth::column<&tpch::customer::c_comment>(synth::max_length(117), tpch::comment(29, 116)));

template<>
inline constexpr auto synth::table<tpch::orders> = synth::describe<tpch::orders>(
    synth::row_count(1'500'000), synth::primary_key<&tpch::orders::o_orderkey>(),
    synth::references<&tpch::orders::o_custkey, &tpch::customer::c_custkey>(tpch::ordering_customers{}),
    synth::column<&tpch::orders::o_orderkey>(tpch::sparse_key{}),
    synth::column<&tpch::orders::o_orderstatus>(
        synth::fixed_length(1),
        synth::over_children<&tpch::lineitem::l_orderkey, &tpch::lineitem::l_shipdate>(
            tpch::line_states{},
            [](const tpch::line_states& known, synth::date shipped) { return known.with(shipped); },
            [](const tpch::line_states& known) { return known.order_status(); })),
    synth::column<&tpch::orders::o_totalprice>(
        synth::over_children<&tpch::lineitem::l_orderkey, &tpch::lineitem::l_extendedprice,
                             &tpch::lineitem::l_discount, &tpch::lineitem::l_tax>(
            std::int64_t{0},
            [](std::int64_t sum, const tpch::money& price, const tpch::money& discount,
               const tpch::money& tax) {
                return sum + price.units * (100 - discount.units) * (100 + tax.units);
            },
            [](std::int64_t sum) { return tpch::money{(sum + 5'000) / 10'000}; })),
    synth::column<&tpch::orders::o_orderdate>([](synth::draw& cell) {
        return tpch::days_after(tpch::first_day, 0, tpch::last_order_day.days - tpch::first_day.days, cell);
    }),
    synth::column<&tpch::orders::o_orderpriority>(synth::max_length(15), tpch::any_of<tpch::priorities>),
    synth::column<&tpch::orders::o_clerk>(synth::max_length(15), tpch::clerk_name{}),
    synth::column<&tpch::orders::o_shippriority>(synth::constant(0)),
    synth::column<&tpch::orders::o_comment>(synth::max_length(79), tpch::comment(19, 78)));

template<>
inline constexpr auto synth::table<tpch::lineitem> = synth::describe<tpch::lineitem>(
    synth::row_count(6'001'215),
    synth::primary_key<&tpch::lineitem::l_orderkey, &tpch::lineitem::l_linenumber>(),
    synth::references<&tpch::lineitem::l_orderkey, &tpch::orders::o_orderkey>(synth::children_between(1, 7)),
    synth::references<synth::columns<&tpch::lineitem::l_partkey, &tpch::lineitem::l_suppkey>,
                      synth::columns<&tpch::partsupp::ps_partkey, &tpch::partsupp::ps_suppkey>>(),
    synth::column<&tpch::lineitem::l_quantity>(
        [](synth::draw& cell) { return tpch::money{100 * (1 + tpch::one_of(50, cell))}; }),
    synth::column<&tpch::lineitem::l_extendedprice>(
        synth::derive<&tpch::lineitem::l_quantity, &tpch::lineitem::l_partkey>(
            [](const tpch::money& quantity, std::int32_t part) {
                return tpch::money{quantity.units / 100 * tpch::retail_cents(part)};
            })),
    synth::column<&tpch::lineitem::l_discount>(
        [](synth::draw& cell) { return tpch::money{tpch::one_of(11, cell)}; }),
    synth::column<&tpch::lineitem::l_tax>(
        [](synth::draw& cell) { return tpch::money{tpch::one_of(9, cell)}; }),
    synth::column<&tpch::lineitem::l_returnflag>(
        synth::fixed_length(1), synth::derive<&tpch::lineitem::l_receiptdate>(tpch::return_flag)),
    synth::column<&tpch::lineitem::l_linestatus>(
        synth::fixed_length(1), synth::derive<&tpch::lineitem::l_shipdate>(tpch::line_status)),
    synth::column<&tpch::lineitem::l_shipdate>(
        synth::derive<synth::of_parent<&tpch::lineitem::l_orderkey, &tpch::orders::o_orderdate>>(
            [](synth::draw& cell, synth::date ordered) { return tpch::days_after(ordered, 1, 121, cell); })),
    synth::column<&tpch::lineitem::l_commitdate>(
        synth::derive<synth::of_parent<&tpch::lineitem::l_orderkey, &tpch::orders::o_orderdate>>(
            [](synth::draw& cell, synth::date ordered) { return tpch::days_after(ordered, 30, 90, cell); })),
    synth::column<&tpch::lineitem::l_receiptdate>(synth::derive<&tpch::lineitem::l_shipdate>(
        [](synth::draw& cell, synth::date shipped) { return tpch::days_after(shipped, 1, 30, cell); })),
    synth::column<&tpch::lineitem::l_shipinstruct>(synth::max_length(25), tpch::any_of<tpch::instructions>),
    synth::column<&tpch::lineitem::l_shipmode>(synth::max_length(10), tpch::any_of<tpch::modes>),
    synth::column<&tpch::lineitem::l_comment>(synth::max_length(44), tpch::comment(10, 43)));

#endif
