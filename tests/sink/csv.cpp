// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/sink/csv.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;
using forms::cell;

std::string quoted_by_need(const std::string& text, char delimiter) {
    if (!text.empty() && text != "\\." &&
        text.find_first_of(std::string{"\"\r\n"} + delimiter) == std::string::npos) {
        return text;
    }
    std::string result = "\"";
    for (const char character : text) {
        result += character == '"' ? "\"\"" : std::string{character};
    }
    return result + "\"";
}

template<typename... Types>
void compare_with_reference(char delimiter) {
    const csv_format format{"\n", delimiter};
    const auto compare = [&]<typename Type>(std::optional<Type>) {
        for (const Type& value : samples::values<Type>(1'000)) {
            const auto view = as_view(value);
            REQUIRE(cell<Type>(format, view) == quoted_by_need(forms::text<Type>(view), delimiter));
        }
    };
    (compare(std::optional<Types>{}), ...);
}

TEST_CASE("cells are quoted by need and by nothing else") {
    for (const char delimiter : {',', ';', '|', '\t'}) {
        compare_with_reference<std::int64_t, double, decimal<12, 2>, std::string, bytes, timestamp, interval,
                               json, bit_string, samples::mood, std::vector<std::optional<std::string>>,
                               std::vector<std::optional<bytes>>, std::vector<std::optional<std::int32_t>>,
                               std::vector<std::optional<timestamp>>>(delimiter);
    }
}

TEST_CASE("empty texts differ from NULL") {
    const csv_format format;
    CHECK(cell<std::string>(format, "") == "\"\"");
    CHECK(cell<std::optional<std::string>>(format, "") == "\"\"");
    CHECK(cell<bit_string>(format, "") == "\"\"");
    CHECK(cell<std::string>(format, "a,\"b\"") == "\"a,\"\"b\"\"\"");
    CHECK(cell<std::string>(format, "\\.") == "\"\\.\"");
    std::array<char, 4> room{};
    CHECK(format.put_null(room.data()) == room.data());
}

TEST_CASE("the header names the columns and the rows end as asked") {
    constexpr std::array<std::string_view, 3> names{"id", "first, last", ""};
    byte_buffer buffer;
    csv_format{}.begin(buffer, names);
    CHECK(buffer.view() == "id,\"first, last\",\"\"\r\n");
    csv_format{}.end(buffer);
    CHECK(buffer.size() == 21);
    buffer.clear();
    csv_format{"\n", ';', true}.begin(buffer, std::span{names}.first(2));
    CHECK(buffer.view() == "id;first, last\n");
    buffer.clear();
    csv_format{"\n", ';', false}.begin(buffer, names);
    CHECK(buffer.empty());
    std::array<char, 4> room{};
    CHECK(csv_format{}.end_row(room.data()) == room.data() + 2);
    CHECK(csv_format{}.begin_row(room.data(), 7) == room.data());
}

TEST_CASE("options that would break the file are refused") {
    byte_buffer buffer;
    CHECK_THROWS_WITH_AS(csv_format({"\n", '-'}).begin(buffer, {}),
                         "synth: a CSV delimiter must be one of , ; | and tab", plan_error);
    CHECK_THROWS_WITH_AS(csv_format({"\r"}).begin(buffer, {}),
                         "synth: a CSV line must end with \\n or \\r\\n", plan_error);
}

TEST_CASE("the fixed bound covers every value of a type") {
    static_assert(csv_format::fixed_cell_bound<std::string> == 0);
    static_assert(csv_format::fixed_cell_bound<std::optional<std::vector<bool>>> == 0);
    static_assert(csv_format::fixed_cell_bound<bool> == 1);
    for (const auto& value : samples::values<samples::mood>(10)) {
        CHECK(csv_format::cell_bound<samples::mood>(value) <= csv_format::fixed_cell_bound<samples::mood>);
    }
}

} // namespace
