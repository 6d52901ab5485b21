// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <synth/dataset/kind_match.hpp>

#include "refusal.hpp"

namespace {

enum class state : std::uint8_t { open, closed };

struct tenant {
    std::int32_t id{};
};
struct account {
    std::int32_t tenant_id{};
    std::int32_t number{};
    std::string currency;
    state is{};
};
struct transfer { // two of one currency, and one more that may lack
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int32_t source{};
    std::int32_t target{};
    std::optional<std::int32_t> fee;
    std::string currency;
};
struct merger { // two that agree in two columns, of which a check asks for some
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int32_t from{};
    std::int32_t into{};
    std::string currency;
    state is{};
};
using bank = synth::schema<tenant, account, transfer, merger>;

struct customer {
    std::int32_t tenant_id{};
    std::int32_t number{};
    std::string currency;
    bool business{};
};
struct product { // lists its currencies in another order, and one more
    std::int32_t tenant_id{};
    std::int64_t code{};
    std::string currency;
    state is{};
    bool business{};
};
struct subscription { // a customer and a product of one currency, and for those who have a business or not
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int32_t customer_number{};
    std::int64_t product_code{};
    std::string currency;
    bool business{};
};
using shop = synth::schema<tenant, customer, product, subscription>;
struct loan { // of products in one currency more than customers have: these decide
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int64_t product_code{};
    std::int32_t customer_number{};
    std::string currency;
};
using lender = synth::schema<tenant, customer, product, loan>;
struct branch { // as many currencies as customers have, but others
    std::int32_t tenant_id{};
    std::int32_t code{};
    std::string currency;
};
struct visit {
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int32_t branch_code{};
    std::int32_t customer_number{};
    std::string currency;
};
using town = synth::schema<tenant, customer, branch, visit>;
struct gift { // for customers without a business too, of products that have none in one currency
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int64_t product_code{};
    std::int64_t wrapping{};
    std::string currency;
    bool business{};
};
struct wrapping {
    std::int32_t tenant_id{};
    std::int64_t code{};
    std::string currency;
    bool business{};
};
using giver = synth::schema<tenant, product, wrapping, gift>;

} // namespace

template<>
inline constexpr auto synth::labels<state> = std::to_array<std::string_view>({"open", "closed"});
template<>
inline constexpr auto synth::table<tenant> = synth::describe<tenant>(synth::row_count(5));
template<>
inline constexpr auto synth::table<account> = synth::describe<account>(
    synth::row_count(90), synth::primary_key<&account::tenant_id, &account::number>(),
    synth::unique<&account::tenant_id, &account::number, &account::currency>(),
    synth::unique<&account::tenant_id, &account::number, &account::currency, &account::is>(),
    synth::references<&account::tenant_id, &tenant::id>(),
    synth::check("currencies", synth::sql::in(synth::value<&account::currency>, "EUR", "USD", "XAU")),
    synth::check("no_closed_gold",
                 synth::value<&account::currency> != "XAU" || synth::value<&account::is> == state::open));
template<>
inline constexpr auto synth::table<transfer> = synth::describe<transfer>(
    synth::row_count(400),
    synth::references<synth::columns<&transfer::tenant_id, &transfer::source, &transfer::currency>,
                      synth::columns<&account::tenant_id, &account::number, &account::currency>>(),
    synth::references<synth::columns<&transfer::tenant_id, &transfer::target, &transfer::currency>,
                      synth::columns<&account::tenant_id, &account::number, &account::currency>>(),
    synth::references<synth::columns<&transfer::tenant_id, &transfer::fee, &transfer::currency>,
                      synth::columns<&account::tenant_id, &account::number, &account::currency>>(),
    synth::check("differ", synth::value<&transfer::source> != synth::value<&transfer::target>));
template<>
inline constexpr auto synth::table<merger> = synth::describe<merger>(
    synth::row_count(200),
    synth::references<
        synth::columns<&merger::tenant_id, &merger::from, &merger::currency, &merger::is>,
        synth::columns<&account::tenant_id, &account::number, &account::currency, &account::is>>(),
    synth::references<
        synth::columns<&merger::tenant_id, &merger::into, &merger::currency, &merger::is>,
        synth::columns<&account::tenant_id, &account::number, &account::currency, &account::is>>(),
    synth::check("ordered", synth::value<&merger::from> < synth::value<&merger::into>),
    synth::check("no_gold", synth::value<&merger::currency> != "XAU"));

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
    synth::row_count(60), synth::primary_key<&customer::tenant_id, &customer::number>(),
    synth::unique<&customer::tenant_id, &customer::number, &customer::currency>(),
    synth::unique<&customer::tenant_id, &customer::number, &customer::currency, &customer::business>(),
    synth::references<&customer::tenant_id, &tenant::id>(),
    synth::check("currencies", synth::sql::in(synth::value<&customer::currency>, "EUR", "USD")));
template<>
inline constexpr auto synth::table<product> = synth::describe<product>(
    synth::row_count(90), synth::primary_key<&product::tenant_id, &product::code>(),
    synth::unique<&product::tenant_id, &product::code, &product::currency>(),
    synth::unique<&product::tenant_id, &product::code, &product::currency, &product::business>(),
    synth::references<&product::tenant_id, &tenant::id>(),
    synth::check("currencies", synth::sql::in(synth::value<&product::currency>, "USD", "CHF", "EUR")),
    synth::check("private", synth::value<&product::business> || synth::value<&product::currency> != "CHF"));
template<>
inline constexpr auto synth::table<subscription> = synth::describe<subscription>(
    synth::row_count(400),
    synth::references<
        synth::columns<&subscription::tenant_id, &subscription::customer_number, &subscription::currency,
                       &subscription::business>,
        synth::columns<&customer::tenant_id, &customer::number, &customer::currency, &customer::business>>(),
    synth::references<
        synth::columns<&subscription::tenant_id, &subscription::product_code, &subscription::currency,
                       &subscription::business>,
        synth::columns<&product::tenant_id, &product::code, &product::currency, &product::business>>());
template<>
inline constexpr auto synth::table<loan> = synth::describe<loan>(
    synth::row_count(100),
    synth::references<synth::columns<&loan::tenant_id, &loan::product_code, &loan::currency>,
                      synth::columns<&product::tenant_id, &product::code, &product::currency>>(),
    synth::references<synth::columns<&loan::tenant_id, &loan::customer_number, &loan::currency>,
                      synth::columns<&customer::tenant_id, &customer::number, &customer::currency>>());

template<>
inline constexpr auto synth::table<branch> = synth::describe<branch>(
    synth::row_count(20), synth::primary_key<&branch::tenant_id, &branch::code>(),
    synth::unique<&branch::tenant_id, &branch::code, &branch::currency>(),
    synth::references<&branch::tenant_id, &tenant::id>(),
    synth::check("currencies", synth::sql::in(synth::value<&branch::currency>, "EUR", "GBP")));
template<>
inline constexpr auto synth::table<visit> = synth::describe<visit>(
    synth::row_count(100),
    synth::references<synth::columns<&visit::tenant_id, &visit::branch_code, &visit::currency>,
                      synth::columns<&branch::tenant_id, &branch::code, &branch::currency>>(),
    synth::references<synth::columns<&visit::tenant_id, &visit::customer_number, &visit::currency>,
                      synth::columns<&customer::tenant_id, &customer::number, &customer::currency>>());
template<>
inline constexpr auto synth::table<wrapping> = synth::describe<wrapping>(
    synth::row_count(90), synth::primary_key<&wrapping::tenant_id, &wrapping::code>(),
    synth::unique<&wrapping::tenant_id, &wrapping::code, &wrapping::currency, &wrapping::business>(),
    synth::references<&wrapping::tenant_id, &tenant::id>(),
    synth::check("currencies", synth::sql::in(synth::value<&wrapping::currency>, "USD", "CHF", "EUR")));
template<>
inline constexpr auto synth::table<gift> = synth::describe<gift>(
    synth::row_count(100),
    synth::references<
        synth::columns<&gift::tenant_id, &gift::wrapping, &gift::currency, &gift::business>,
        synth::columns<&wrapping::tenant_id, &wrapping::code, &wrapping::currency, &wrapping::business>>(),
    synth::references<
        synth::columns<&gift::tenant_id, &gift::product_code, &gift::currency, &gift::business>,
        synth::columns<&product::tenant_id, &product::code, &product::currency, &product::business>>());

TEST_CASE("parents of two tables are chosen so that they have the same kinds") {
    const synth::dataset<shop> data;
    std::set<std::pair<std::string, bool>> kinds;
    for (std::uint64_t row = 0; row < 400; ++row) {
        const subscription one = data.row<subscription>(row);
        const customer who = data.row<customer>(
            *data.row_of<&customer::tenant_id, &customer::number>(one.tenant_id, one.customer_number));
        const product what = data.row<product>(
            *data.row_of<&product::tenant_id, &product::code>(one.tenant_id, one.product_code));
        CHECK(who.currency == one.currency);
        CHECK(what.currency == one.currency);
        CHECK(who.business == one.business);
        CHECK(what.business == one.business);
        kinds.emplace(one.currency, one.business);
    }
    CHECK(kinds.size() == 4);
}

TEST_CASE("the parent with fewer kinds decides") {
    const synth::dataset<lender> data;
    for (const loan& one : data.rows<loan>()) {
        const auto what = data.row_of<&product::tenant_id, &product::code>(one.tenant_id, one.product_code);
        CHECK(data.row<product>(*what).currency == one.currency);
        CHECK(one.currency != "CHF");
    }
}

TEST_CASE("a kind that rows of the other parent lack is refused") {
    CHECK(refusal_of<town>() ==
          "synth: visit: rows of branch have values of (currency) that no row of customer has, and both must "
          "agree; let their checks leave the same values");
}

TEST_CASE("so is a combination of kinds that checks leave out there") {
    CHECK(refusal_of<giver>() ==
          "synth: gift: rows of wrapping have values of (currency, business) that no row of product has, and "
          "both must agree; let their checks leave the same values");
}

TEST_CASE("parents are chosen among those of the kind of another parent") {
    const synth::dataset<bank> data;
    const auto is_of = [&](const transfer& one, std::int32_t number) {
        const account of =
            data.row<account>(*data.row_of<&account::tenant_id, &account::number>(one.tenant_id, number));
        return of.currency == one.currency;
    };
    std::set<std::pair<std::int32_t, std::int32_t>> targets;
    int fees = 0;
    for (std::uint64_t row = 0; row < 400; ++row) {
        const transfer one = data.row<transfer>(row);
        CHECK(is_of(one, one.source));
        CHECK(is_of(one, one.target));
        CHECK(one.source != one.target);
        targets.insert({one.tenant_id, one.target});
        if (one.fee) {
            ++fees;
            CHECK(is_of(one, *one.fee));
        }
    }
    CHECK(targets.size() > 60); // of 90: not always the same
    CHECK(fees > 300);
    CHECK(fees < 400);
}

TEST_CASE("they may share several kinds, also where a check ties these together") {
    const synth::dataset<bank> data;
    for (std::uint64_t row = 0; row < 200; ++row) {
        const merger one = data.row<merger>(row);
        CHECK(one.from < one.into);
        for (const std::int32_t number : {one.from, one.into}) {
            const account of =
                data.row<account>(*data.row_of<&account::tenant_id, &account::number>(one.tenant_id, number));
            CHECK(of.currency == one.currency);
            CHECK(of.is == one.is);
            CHECK(of.currency != "XAU");
        }
    }
}

TEST_CASE("groups that lack a parent of some kind are refused") {
    const synth::plan_options<bank> options{.rows = {60, 90, 10, 0}};
    CHECK(refusal_of<bank>(options) ==
          "synth: transfer(tenant_id, target, currency) -> account: some rows have no parent of the kind "
          "that they "
          "share; groups need 5 rows of account each, so plan more of it, or fewer groups");
}

TEST_CASE("the rows of each kind are counted") {
    const synth::plan_options<bank> options;
    const synth::kind_match<bank, 2> match{options};
    // Of 5 combinations in turn EUR and USD have two, XAU one.
    CHECK(match.fewest(10) == 2);
    CHECK(match.rows_for(3) == 15);
    CHECK((synth::matches_kinds<bank, 2>));
    CHECK_FALSE((synth::matches_kinds<bank, 1>));
}
