// SPDX-License-Identifier: BSL-1.0
// The rules of TPC-H's specification (clause 4.2.3), checked on the rows of examples/tpch at scale factor
// 0.01.
#include "../../examples/tpch/tpch.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "properties.hpp"

namespace {

using database = synth::dataset<tpch::schema>;

synth::plan_options<tpch::schema> at_scale(std::uint64_t units, std::uint64_t divisor) {
    synth::plan_options<tpch::schema> options;
    for (std::size_t table = 0; table < options.rows.size(); ++table) {
        options.rows[table] =
            tpch::rows_at_scale(synth::catalog_of<tpch::schema>.tables[table].name, units, divisor);
    }
    return options;
}

const database& small() {
    static const database data{at_scale(1, 100)};
    return data;
}

template<typename Words>
bool is_one_of(const Words& words, const std::string& text) {
    return std::ranges::find(words, text) != words.end();
}

bool is_phone_of(std::int32_t nation, const std::string& phone) {
    bool digits = phone.size() == 15;
    for (std::size_t place = 0; digits && place < phone.size(); ++place) {
        const bool mark = place == 2 || place == 6 || place == 10;
        digits = mark ? phone[place] == '-' : phone[place] >= '0' && phone[place] <= '9';
    }
    return digits && phone.substr(0, 2) == std::to_string(nation + 10) && phone[3] != '0' &&
           phone[7] != '0' && phone[11] != '0';
}

// What is wrong in a table, each once.
class complaints {
public:
    explicit complaints(std::string_view table) : table_{table} {}
    void unless(bool good, const char* what) {
        if (!good) {
            found_.insert(table_ + ": " + what);
        }
    }
    [[nodiscard]] const std::set<std::string>& found() const { return found_; }

private:
    std::string table_;
    std::set<std::string> found_;
};

const std::set<std::string> none;

bool has_size(const std::string& text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most;
}

} // namespace

TEST_CASE("TPC-H has the rows of the specification") {
    using rows = std::array<std::uint64_t, 8>;
    CHECK(at_scale(1, 1).rows == rows{5, 25, 200'000, 10'000, 800'000, 150'000, 1'500'000, 6'001'215});
    CHECK(at_scale(100, 10).rows ==
          rows{5, 25, 2'000'000, 100'000, 8'000'000, 1'500'000, 15'000'000, 59'986'052});
    CHECK(at_scale(1, 100).rows == rows{5, 25, 2'000, 100, 8'000, 1'500, 15'000, 60'012});
    CHECK(at_scale(100'000, 1).rows[7] == 599'999'969'200);
    CHECK(at_scale(1, 1'000'000).rows == rows{5, 25, 1, 4, 4, 1, 1, 4});
    CHECK(synth::dataset<tpch::schema>{}.options().rows == at_scale(1, 1).rows);
}

TEST_CASE("TPC-H keeps the contracts, also where it is tiny") {
    for (const std::uint64_t thousandths : {1U, 3U}) {
        CHECK(properties::checker<tpch::schema>{at_scale(thousandths, 1'000)}.run() ==
              properties::findings{});
    }
    CHECK(properties::checker<tpch::schema>{at_scale(1, 1'000'000)}.run() == properties::findings{});
    using namespace tpch;
    CHECK(properties::check_members<&orders::o_orderkey, &orders::o_totalprice, &lineitem::l_extendedprice,
                                    &lineitem::l_receiptdate, &partsupp::ps_suppkey>(small()) ==
          properties::findings{});
}

TEST_CASE("TPC-H's regions and nations are the fixed ones") {
    const std::vector<tpch::region> regions = small().collect<tpch::region>();
    const std::vector<tpch::nation> nations = small().collect<tpch::nation>();
    CHECK(regions[4].r_regionkey == 4);
    CHECK(regions[4].r_name == "MIDDLE EAST");
    CHECK(nations[24].n_nationkey == 24);
    CHECK(nations[24].n_name == "UNITED STATES");
    CHECK(nations[24].n_regionkey == 1);
    for (const tpch::nation& each : nations) {
        const auto row = static_cast<std::size_t>(each.n_nationkey);
        CHECK(each.n_name == tpch::nations[row].name);
        CHECK(each.n_regionkey == static_cast<std::int32_t>(tpch::nations[row].region));
    }
}

TEST_CASE("TPC-H's parts, suppliers and customers are after the specification") {
    complaints part{"part"};
    for (const tpch::part& each : small().rows<tpch::part>()) {
        const std::int64_t key = each.p_partkey;
        part.unless(each.p_retailprice.units == 90'000 + key / 10 % 20'001 + 100 * (key % 1'000), "price");
        std::set<std::string> colours;
        std::string_view rest = each.p_name;
        for (std::size_t blank = 0; blank != std::string_view::npos;) {
            blank = rest.find(' ');
            colours.emplace(rest.substr(0, blank));
            rest.remove_prefix(blank == std::string_view::npos ? rest.size() : blank + 1);
        }
        part.unless(colours.size() == 5, "five colours");
        part.unless(std::ranges::all_of(
                        colours, [](const std::string& colour) { return is_one_of(tpch::colours, colour); }),
                    "colours");
        part.unless(each.p_brand.substr(0, 7) == "Brand#" + each.p_mfgr.substr(13) &&
                        each.p_brand[7] >= '1' && each.p_brand[7] <= '5' && each.p_brand.size() == 8,
                    "brand");
        part.unless(is_one_of(tpch::types, each.p_type), "type");
        part.unless(is_one_of(tpch::containers, each.p_container), "container");
        part.unless(each.p_size >= 1 && each.p_size <= 50, "size");
        part.unless(has_size(each.p_comment, 5, 22), "comment");
    }
    CHECK(part.found() == none);
    complaints supplier{"supplier"};
    for (const tpch::supplier& each : small().rows<tpch::supplier>()) {
        std::string number = std::to_string(each.s_suppkey);
        supplier.unless(each.s_name == "Supplier#" + number.insert(0, 9 - number.size(), '0'), "name");
        supplier.unless(is_phone_of(each.s_nationkey, each.s_phone), "phone");
        supplier.unless(has_size(each.s_address, 10, 40), "address");
        supplier.unless(has_size(each.s_comment, 25, 100), "comment");
        supplier.unless(each.s_acctbal.units >= -99'999 && each.s_acctbal.units <= 999'999, "balance");
    }
    CHECK(supplier.found() == none);
    complaints customer{"customer"};
    for (const tpch::customer& each : small().rows<tpch::customer>()) {
        std::string number = std::to_string(each.c_custkey);
        customer.unless(each.c_name == "Customer#" + number.insert(0, 9 - number.size(), '0'), "name");
        customer.unless(is_phone_of(each.c_nationkey, each.c_phone), "phone");
        customer.unless(has_size(each.c_address, 10, 40), "address");
        customer.unless(has_size(each.c_comment, 29, 116), "comment");
        customer.unless(is_one_of(tpch::segments, each.c_mktsegment), "segment");
    }
    CHECK(customer.found() == none);
}

TEST_CASE("TPC-H's suppliers of a part are those of the formula, and all different") {
    // At scale factor 0.1 no step meets a supplier twice, so that all are those of the specification.
    const database data{at_scale(1, 10)};
    complaints found{"partsupp"};
    std::set<std::pair<std::int32_t, std::int32_t>> pairs;
    const std::int64_t suppliers = 1'000;
    std::int64_t row = 0;
    for (const tpch::partsupp& each : data.rows<tpch::partsupp>()) {
        const std::int64_t key = row / 4 + 1;
        const std::int64_t ordinal = row++ % 4;
        found.unless(each.ps_partkey == key, "part");
        found.unless(each.ps_suppkey ==
                         (key + ordinal * (suppliers / 4 + (key - 1) / suppliers)) % suppliers + 1,
                     "supplier");
        found.unless(pairs.emplace(each.ps_partkey, each.ps_suppkey).second, "distinct");
        found.unless(each.ps_availqty >= 1 && each.ps_availqty <= 9'999, "quantity");
        found.unless(each.ps_supplycost.units >= 100 && each.ps_supplycost.units <= 100'000, "cost");
        found.unless(has_size(each.ps_comment, 49, 198), "comment");
    }
    CHECK(found.found() == none);
    // Where some would meet, each part has four different suppliers all the same.
    for (std::uint64_t few = 4; few < 300; ++few) {
        for (std::uint64_t part = 0; part < 20 * few; ++part) {
            std::set<std::uint64_t> four;
            for (std::uint64_t ordinal = 0; ordinal < 4; ++ordinal) {
                four.insert(tpch::supplier_of_part(part, ordinal, few));
            }
            if (four.size() != 4) {
                FAIL_CHECK(few << " suppliers, part " << part);
            }
        }
    }
}

TEST_CASE("TPC-H's complaints and recommendations are in five of ten thousand suppliers each") {
    const database data{at_scale(3, 1)};
    int complaining = 0;
    int recommending = 0;
    for (const tpch::supplier& each : data.rows<tpch::supplier>()) {
        const std::size_t customer = each.s_comment.find("Customer ");
        if (customer != std::string::npos) {
            complaining += each.s_comment.find("Complaints", customer) != std::string::npos ? 1 : 0;
            recommending += each.s_comment.find("Recommends", customer) != std::string::npos ? 1 : 0;
        }
    }
    CHECK(complaining == 15);
    CHECK(recommending == 15);
}

TEST_CASE("TPC-H's orders and lines are after the specification") {
    std::set<std::pair<std::int32_t, std::int32_t>> pairs;
    for (const tpch::partsupp& each : small().rows<tpch::partsupp>()) {
        pairs.emplace(each.ps_partkey, each.ps_suppkey);
    }
    const std::vector<tpch::lineitem> lines = small().collect<tpch::lineitem>();
    const synth::date today = synth::date::of(1995, 6, 17);
    complaints order{"orders"};
    complaints line{"lineitem"};
    std::size_t next = 0;
    std::map<std::size_t, int> counts;
    std::map<std::string, int> states;
    std::uint64_t row = 0;
    for (const tpch::orders& each : small().rows<tpch::orders>()) {
        ++row;
        order.unless(each.o_orderkey == static_cast<std::int64_t>(row / 8 * 32 + row % 8), "key");
        order.unless(each.o_custkey % 3 != 0 && each.o_custkey >= 1 && each.o_custkey <= 1'500, "customer");
        order.unless(each.o_orderdate >= synth::date::of(1992, 1, 1) &&
                         each.o_orderdate <= synth::date::of(1998, 8, 2),
                     "date");
        order.unless(is_one_of(tpch::priorities, each.o_orderpriority), "priority");
        order.unless(each.o_clerk >= "Clerk#000000001" && each.o_clerk <= "Clerk#000000010", "clerk");
        order.unless(each.o_shippriority == 0 && has_size(each.o_comment, 19, 78), "rest");
        std::size_t open = 0;
        std::int64_t total = 0;
        const std::size_t first = next;
        for (; next < lines.size() && lines[next].l_orderkey == each.o_orderkey; ++next) {
            const tpch::lineitem& has = lines[next];
            line.unless(has.l_linenumber == static_cast<std::int32_t>(next - first + 1), "number");
            line.unless(pairs.contains({has.l_partkey, has.l_suppkey}), "part and supplier");
            const std::int64_t key = has.l_partkey;
            line.unless(has.l_extendedprice.units * 100 ==
                            has.l_quantity.units * (90'000 + key / 10 % 20'001 + 100 * (key % 1'000)),
                        "price");
            line.unless(has.l_quantity.units >= 100 && has.l_quantity.units <= 5'000 &&
                            has.l_quantity.units % 100 == 0,
                        "quantity");
            line.unless(has.l_discount.units >= 0 && has.l_discount.units <= 10, "discount");
            line.unless(has.l_tax.units >= 0 && has.l_tax.units <= 8, "tax");
            const std::int32_t shipped = has.l_shipdate.days - each.o_orderdate.days;
            const std::int32_t committed = has.l_commitdate.days - each.o_orderdate.days;
            const std::int32_t received = has.l_receiptdate.days - has.l_shipdate.days;
            line.unless(shipped >= 1 && shipped <= 121, "ship date");
            line.unless(committed >= 30 && committed <= 90, "commit date");
            line.unless(received >= 1 && received <= 30, "receipt date");
            line.unless(has.l_receiptdate > today ? has.l_returnflag == "N"
                                                  : has.l_returnflag == "R" || has.l_returnflag == "A",
                        "return flag");
            line.unless(has.l_linestatus == (has.l_shipdate > today ? "O" : "F"), "line status");
            line.unless(is_one_of(tpch::instructions, has.l_shipinstruct), "instructions");
            line.unless(is_one_of(tpch::modes, has.l_shipmode), "mode");
            line.unless(has_size(has.l_comment, 10, 43), "comment");
            open += has.l_linestatus == "O" ? 1 : 0;
            // Units of 10^-6.
            total += has.l_extendedprice.units * (100 + has.l_tax.units) * (100 - has.l_discount.units);
        }
        const std::size_t count = next - first;
        ++counts[count];
        ++states[each.o_orderstatus];
        order.unless(count >= 1 && count <= 7, "lines");
        order.unless(each.o_orderstatus == (open == count ? "O" : (open == 0 ? "F" : "P")), "status");
        order.unless(each.o_totalprice.units == (total + 5'000) / 10'000, "total");
    }
    CHECK(next == lines.size());
    CHECK(order.found() == none);
    CHECK(line.found() == none);
    CHECK(counts.size() == 7);
    for (const auto& [count, orders] : counts) {
        CHECK(orders > 15'000 / 7 - 200);
        CHECK(orders < 15'000 / 7 + 200);
    }
    CHECK(states["P"] > 200);
    CHECK(states["P"] < 600);
    CHECK(states["O"] > 6'500);
    CHECK(states["F"] > 6'500);
}

TEST_CASE("TPC-H's comments are of the grammar and tell writers truly what they need not mark") {
    const tpch::population& text = tpch::population::instance();
    for (std::size_t start = 0; start + 200 < tpch::population_size; start += 97) {
        for (const std::uint32_t size : {5U, 43U, 198U}) {
            const synth::known_text piece = text.piece(start, size);
            CHECK_UNARY(!piece.clean || synth::is_clean(piece));
        }
    }
    // Queries look for these.
    const std::string_view all = text.piece(0, tpch::population_size);
    for (const std::string_view words :
         {"special requests", "pending accounts", "unusual packages", "foxes sleep "}) {
        CHECK(all.find(words) != std::string_view::npos);
    }
}
