// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/sink/folder.hpp>

#include "scratch_folder.hpp"

namespace {

using names = std::set<std::string>;

struct customer {
    std::int64_t id{};
    std::int32_t score{};
};
struct order {
    std::int64_t id{};
    std::int64_t customer_id{};
    std::int32_t total{};
};
struct note {
    std::int64_t id{};
};
struct country { // filled outside
    std::int64_t id{};
};
struct group {
    std::int64_t id{};
};

bool fails_in_customers = false;
bool fails_in_orders = false;

} // namespace

template<>
inline constexpr auto synth::table<customer> =
    synth::describe<customer>(synth::row_count(50), synth::column<&customer::score>([](synth::draw& cell) {
                                  if (fails_in_customers && cell.row() == 40) {
                                      throw std::runtime_error{"stopped"};
                                  }
                                  return cell.between(0, 9);
                              }));
template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::named("orders"), synth::in_schema("sales"), synth::row_count(20'000),
                           synth::references<&order::customer_id, &customer::id>(),
                           synth::column<&order::total>([](synth::draw& cell) {
                               if (fails_in_orders && cell.row() == 19'999) {
                                   throw std::runtime_error{"stopped"};
                               }
                               return cell.between(0, 99);
                           }));
template<>
inline constexpr auto synth::table<note> =
    synth::describe<note>(synth::named("../a b/$(rm)"), synth::row_count(2));
template<>
inline constexpr auto synth::table<group> = synth::describe<group>(synth::virtual_table());
template<>
inline constexpr auto synth::table<country> = synth::describe<country>(synth::filled_outside());

namespace {

// The child stands before its parent.
using shop = synth::schema<order, note, customer>;

template<typename Row, typename Format>
std::string written(const synth::dataset<shop>& data, const Format& format) {
    std::string all;
    synth::write_table<Row>(data, format, {}, [&](std::string_view block) { all += block; });
    return all;
}

} // namespace

TEST_CASE("every table gets its file, whatever it is called") {
    const scratch_folder folder;
    const synth::dataset<shop> data;
    synth::write(data, synth::csv(folder / "a/b"));
    CHECK(folder.files() ==
          names{"a/b/%2E%2E%2Fa%20b%2F%24%28rm%29.csv", "a/b/customer.csv", "a/b/sales.orders.csv"});
    CHECK(folder.text("a/b/sales.orders.csv") == written<order>(data, synth::csv_format{}));
    CHECK(folder.text("a/b/customer.csv") == written<customer>(data, synth::csv_format{}));
    CHECK(folder.text("a/b/%2E%2E%2Fa%20b%2F%24%28rm%29.csv") == "id\r\n1\r\n2\r\n");
}

TEST_CASE("the formats of COPY have their names and bytes") {
    const scratch_folder folder;
    const synth::dataset<shop> data;
    synth::write(data, synth::copy_text(folder.path()));
    synth::write(data, synth::copy_binary(folder.path(), {{}, 2}));
    CHECK(folder.files().size() == 6);
    CHECK(folder.text("sales.orders.copy") == written<order>(data, synth::copy_text_format{}));
    CHECK(folder.text("sales.orders.pgcopy") == written<order>(data, synth::copy_binary_format{}));
}

TEST_CASE("the files of all parts, in the order of their names, are the file of the table") {
    const scratch_folder folder;
    const synth::dataset<shop> data;
    for (std::uint64_t index = 1; index <= 11; ++index) {
        synth::write(data, synth::copy_binary(folder.path(), {{index, 11}, 1}));
    }
    CHECK(folder.files().size() == 33);
    std::string orders;
    for (const std::string& name : folder.files()) {
        orders += name.starts_with("sales.orders.part-") ? folder.text(name) : "";
    }
    CHECK(orders == written<order>(data, synth::copy_binary_format{}));
}

TEST_CASE("what fails leaves the tables before it and nothing of its own") {
    const scratch_folder folder;
    const synth::dataset<shop> data;
    fails_in_orders = true;
    CHECK_THROWS_AS(synth::write(data, synth::csv(folder.path(), {}, {{}, 2})), std::runtime_error);
    fails_in_orders = false;
    CHECK(folder.files().contains("customer.csv")); // parents come first
    CHECK(!folder.files().contains("sales.orders.csv"));
    for (const std::string& name : folder.files()) {
        CHECK(!name.starts_with("."));
    }
    const scratch_folder another;
    fails_in_customers = true;
    CHECK_THROWS_AS(synth::write(data, synth::csv(another.path())), std::runtime_error);
    fails_in_customers = false;
    CHECK(!another.files().contains("customer.csv"));
    CHECK(!another.files().contains("sales.orders.csv"));
}

TEST_CASE("a format that refuses its options leaves no file") {
    const scratch_folder folder;
    const synth::dataset<shop> data;
    CHECK_THROWS_AS(synth::write(data, synth::csv(folder.path(), {.delimiter = '-'})), synth::plan_error);
    CHECK(folder.files().empty());
}

TEST_CASE("a folder that cannot be made is refused") {
    const synth::dataset<shop> data;
    CHECK_THROWS_AS(synth::write(data, synth::csv("/dev/null/out")), synth::output_error);
}

TEST_CASE("a virtual table gets no file") {
    const scratch_folder folder;
    synth::write(synth::dataset<synth::schema<group, customer, country>>{}, synth::csv(folder.path()));
    CHECK(folder.files() == names{"customer.csv"});
}
