// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_BENCH_LINEITEM_HPP
#define SYNTH_BENCH_LINEITEM_HPP

#include <cstdint>
#include <string>

#include <synth/synth.hpp>

// The sixteen columns of TPC-H's lineitem (specification 3.0.1, clause 1.4.1) with its value ranges; prices
// and dates are drawn for themselves here, since what is measured is the making and writing of such a row.
// The benchmarks know these tables as bench::tpch, lineitem, orders, part, supplier and plan(lines), so that
// others can take their place here.
namespace bench {

struct orders {
    std::int64_t o_orderkey{};
};

struct part {
    std::int64_t p_partkey{};
};

struct supplier {
    std::int64_t s_suppkey{};
};

struct lineitem {
    std::int64_t l_orderkey{};
    std::int64_t l_partkey{};
    std::int64_t l_suppkey{};
    std::int32_t l_linenumber{};
    synth::decimal<15, 2> l_quantity{};
    synth::decimal<15, 2> l_extendedprice{};
    synth::decimal<15, 2> l_discount{};
    synth::decimal<15, 2> l_tax{};
    std::string l_returnflag{};
    std::string l_linestatus{};
    synth::date l_shipdate{};
    synth::date l_commitdate{};
    synth::date l_receiptdate{};
    std::string l_shipinstruct{};
    std::string l_shipmode{};
    std::string l_comment{};
};

} // namespace bench

template<>
inline constexpr auto synth::table<bench::orders> =
    synth::describe<bench::orders>(synth::primary_key<&bench::orders::o_orderkey>());
template<>
inline constexpr auto synth::table<bench::part> =
    synth::describe<bench::part>(synth::primary_key<&bench::part::p_partkey>());
template<>
inline constexpr auto synth::table<bench::supplier> =
    synth::describe<bench::supplier>(synth::primary_key<&bench::supplier::s_suppkey>());
template<>
inline constexpr auto synth::table<bench::lineitem> = synth::describe<bench::lineitem>(
    synth::primary_key<&bench::lineitem::l_orderkey, &bench::lineitem::l_linenumber>(),
    synth::references<&bench::lineitem::l_orderkey, &bench::orders::o_orderkey>(
        synth::children_between(1, 7)),
    synth::references<&bench::lineitem::l_partkey, &bench::part::p_partkey>(),
    synth::references<&bench::lineitem::l_suppkey, &bench::supplier::s_suppkey>(),
    synth::column<&bench::lineitem::l_quantity>(synth::uniform(1, 50)),
    synth::column<&bench::lineitem::l_extendedprice>(synth::uniform(900.00, 104'950.00)),
    synth::column<&bench::lineitem::l_discount>(synth::uniform(0.00, 0.10)),
    synth::column<&bench::lineitem::l_tax>(synth::uniform(0.00, 0.08)),
    synth::column<&bench::lineitem::l_returnflag>(synth::choice("R", "A", "N"), synth::fixed_length(1)),
    synth::column<&bench::lineitem::l_linestatus>(synth::choice("O", "F"), synth::fixed_length(1)),
    synth::column<&bench::lineitem::l_shipdate>(
        synth::dates(synth::date::of(1992, 1, 2), synth::date::of(1998, 12, 1))),
    synth::column<&bench::lineitem::l_commitdate>(
        synth::dates(synth::date::of(1992, 1, 31), synth::date::of(1998, 10, 31))),
    synth::column<&bench::lineitem::l_receiptdate>(
        synth::dates(synth::date::of(1992, 1, 3), synth::date::of(1998, 12, 31))),
    synth::column<&bench::lineitem::l_shipinstruct>(
        synth::choice("DELIVER IN PERSON", "COLLECT COD", "NONE", "TAKE BACK RETURN"), synth::max_length(25)),
    synth::column<&bench::lineitem::l_shipmode>(
        synth::choice("REG AIR", "AIR", "RAIL", "SHIP", "TRUCK", "MAIL", "FOB"), synth::max_length(10)),
    synth::column<&bench::lineitem::l_comment>(synth::text(synth::uniform(10, 43)), synth::max_length(44)));

namespace bench {

using tpch = synth::schema<lineitem, orders, part, supplier>;

/// Orders, parts and suppliers in TPC-H's ratios to the lines.
inline synth::dataset<tpch> plan(std::uint64_t lines) {
    return synth::dataset<tpch>{synth::seed{42}, synth::count<lineitem>{lines},
                                synth::count<orders>{lines / 4 + 1}, synth::count<part>{lines / 30 + 1},
                                synth::count<supplier>{lines / 600 + 1}};
}

} // namespace bench

#endif
