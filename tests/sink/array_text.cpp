// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/sink/text_form.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;
using forms::text;

// Quotes each element by the rule of PostgreSQL's array_out, from the element's own text.
template<typename Element>
std::string reference(const std::vector<std::optional<Element>>& values) {
    std::string result = "{";
    for (const auto& value : values) {
        result += result.size() > 1 ? "," : "";
        if (!value) {
            result += "NULL";
            continue;
        }
        const std::string plain = text<Element>(as_view(*value));
        std::string upper;
        std::string escaped;
        for (const char character : plain) {
            upper.push_back(character >= 'a' && character <= 'z' ? static_cast<char>(character - 32)
                                                                 : character);
            escaped += character == '"' || character == '\\' ? "\\" : "";
            escaped += character;
        }
        const bool quoted = plain.empty() || upper == "NULL" ||
                            plain.find_first_of("\"\\{}, \t\n\r\v\f") != std::string::npos;
        result += quoted ? "\"" + escaped + "\"" : plain;
    }
    return result + "}";
}

template<typename... Elements>
void compare_with_reference() {
    const auto compare = []<typename Element>(std::optional<Element>) {
        using array = std::vector<std::optional<Element>>;
        for (const array& value : samples::values<array>(2'000)) {
            REQUIRE(text<array>(value) == reference(value));
        }
    };
    (compare(std::optional<Elements>{}), ...);
}

TEST_CASE("arrays of every scalar are quoted by PostgreSQL's rule") {
    compare_with_reference<bool, std::int16_t, std::int32_t, std::int64_t, float, double, decimal<12, 2>,
                           decimal<50, 5>, std::string, bytes, date, time_of_day, time_of_day_tz, timestamp,
                           timestamp_tz, interval, uuid, json, jsonb, inet, cidr, macaddr, macaddr8,
                           bit_string, samples::mood>();
}

TEST_CASE("arrays hide nothing") {
    using texts = std::vector<std::optional<std::string>>;
    CHECK(text<texts>(texts{}) == "{}");
    CHECK(text<texts>(texts{"a b", "", "NuLl", std::nullopt, "x\"\\"}) ==
          R"({"a b","","NuLl",NULL,"x\"\\"})");
    CHECK(text<std::vector<std::int64_t>>(std::vector<std::int64_t>{1, -2}) == "{1,-2}");
    CHECK(text<std::vector<bytes>>(std::vector<bytes>{{std::byte{1}}}) == R"({"\\x01"})");
    const bool flags[] = {true, false};
    CHECK(text<std::vector<bool>>(flags) == "{t,f}");
    CHECK(text<std::vector<date>>(std::vector<date>{date::of(0, 1, 1)}) == R"({"0001-01-01 BC"})");
}

TEST_CASE("boxes stand behind semicolons, for the commas inside them") {
    const std::vector<sql_value<"box">> boxes{{"(1,1),(0,0)"}, {"(3,3),(2,2)"}};
    CHECK(text<std::vector<sql_value<"box">>>(boxes) == R"x({"(1,1),(0,0)";"(3,3),(2,2)"})x");
    const std::vector<std::optional<sql_value<"box">>> none{std::nullopt, std::nullopt};
    CHECK(text<std::vector<std::optional<sql_value<"box">>>>(none) == "{NULL;NULL}");
    const std::vector<sql_value<"point">> points{{"(1,2)"}};
    CHECK(text<std::vector<sql_value<"point">>>(points) == R"x({"(1,2)"})x");
}

} // namespace
