// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/texts_by_kind.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/expression_functions.hpp>

namespace {

enum class scheme : std::uint8_t { book, serial, object };

struct contact {
    std::int64_t id{};
    std::string kind;
    std::string address;
};
struct publication {
    scheme kind{};
    std::string printed;
};
struct login {
    bool service{};
    std::string name;
    std::optional<std::int16_t> level;
};
struct coded {
    std::string code;
    std::int16_t level{};
};

using database = synth::schema<contact, publication, login, coded>;

constexpr auto kind = synth::value<&contact::kind>;
constexpr auto address = synth::value<&contact::address>;
constexpr auto printed = synth::value<&publication::printed>;
constexpr auto of_scheme = synth::value<&publication::kind>;
constexpr auto name = synth::value<&login::name>;
constexpr auto code = synth::value<&coded::code>;

} // namespace

template<>
inline constexpr std::array<std::string_view, 3> synth::labels<scheme>{"book", "serial", "object"};
template<>
inline constexpr auto synth::table<contact> = synth::describe<contact>(
    synth::unique<&contact::kind, &contact::address>(), synth::row_count(3'000),
    synth::check("kind", synth::sql::in(kind, "phone", "mail")),
    synth::check("form", (kind == "phone" && synth::sql::matches(address, "^[+][0-9]{7,12}$")) ||
                             (kind == "mail" && synth::sql::like(address, "%@%"))));
template<>
inline constexpr auto synth::table<publication> = synth::describe<publication>(
    synth::unique<&publication::printed>(), synth::row_count(3'000),
    synth::check("book", of_scheme != scheme::book || synth::sql::matches(printed, "^97[89][0-9]{10}$")),
    synth::check("serial",
                 of_scheme != scheme::serial || synth::sql::matches(printed, "^[0-9]{4}-[0-9]{3}[0-9X]$")),
    synth::check("object", of_scheme != scheme::object || synth::sql::like(printed, "10.%/%")));
template<>
inline constexpr auto synth::table<login> = synth::describe<login>(
    synth::primary_key<&login::name>(), synth::row_count(1'000),
    synth::check("service", !synth::value<&login::service> || synth::sql::like(name, "svc-%")),
    synth::check("person", synth::value<&login::service> || synth::sql::matches(name, "^[a-z]{1,2}$")),
    synth::check("short", synth::sql::length(name) <= 12));
template<>
inline constexpr auto synth::table<coded> = synth::describe<coded>(
    synth::unique<&coded::code>(), synth::row_count(1'000),
    synth::check("digits", synth::sql::matches(code, "^[0-9]+$")),
    synth::check("level", synth::value<&coded::level> >= 1 && synth::value<&coded::level> <= 3),
    synth::check("length", synth::sql::length(code) == 2 * synth::value<&coded::level>));

TEST_CASE("a key has texts of every kind, and the kind is the one of the text") {
    const synth::dataset<database> data;
    std::map<std::string, int> kinds;
    std::set<std::string> texts;
    for (const contact& each : data.rows<contact>()) {
        ++kinds[each.kind];
        texts.insert(each.address);
        CHECK((each.address.find('@') != std::string::npos) == (each.kind == "mail"));
        CHECK((each.address.front() == '+' || each.kind == "mail"));
    }
    CHECK(texts.size() == 3'000);
    CHECK(kinds["mail"] > 1'000); // as many of each kind
    CHECK(kinds["phone"] > 1'000);
    std::map<scheme, int> schemes;
    for (const publication& each : data.rows<publication>()) {
        ++schemes[each.kind];
        CHECK((each.kind == scheme::book) == (each.printed.size() == 13 && each.printed.starts_with("97")));
    }
    CHECK(schemes.size() == 3);
}

TEST_CASE("a kind that has few texts has no more rows") {
    const synth::dataset<database> data;
    for (const login& each : data.rows<login>()) {
        CHECK((each.service ? each.name.starts_with("svc-") : each.name.size() <= 2));
        CHECK(each.name.size() <= 12);
    }
}

TEST_CASE("a length may be calculated of the kind") {
    const synth::dataset<database> data;
    std::set<std::size_t> lengths;
    for (const coded& each : data.rows<coded>()) {
        CHECK(each.code.size() == 2U * static_cast<unsigned>(each.level));
        lengths.insert(each.code.size());
    }
    CHECK(lengths.size() >= 2);
}

TEST_CASE("the row of such a text is found") {
    const synth::dataset<database> data;
    for (std::uint64_t row = 0; row < 200; ++row) {
        CHECK(data.row_of<&publication::printed>(data.row<publication>(row).printed) == row);
        CHECK(data.row_of<&coded::code>(data.row<coded>(row).code) == row);
    }
    CHECK(data.row_of<&publication::printed>("nothing like it") == std::nullopt);
}

TEST_CASE("only keys whose checks say what texts look like are so") {
    static_assert(synth::is_formed_key<database, 0, 2>);
    static_assert(!synth::is_formed_key<database, 0, 1>);
    static_assert(synth::is_formed_key<database, 3, 0>);
    static_assert(!synth::is_formed_key<database, 3, 1>);
}
