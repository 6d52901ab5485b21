// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/sink/copy_text.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;
using forms::cell;

std::string escaped(const std::string& text) {
    std::string result;
    for (const char character : text) {
        switch (character) {
        case '\b':
            result += "\\b";
            break;
        case '\f':
            result += "\\f";
            break;
        case '\n':
            result += "\\n";
            break;
        case '\r':
            result += "\\r";
            break;
        case '\t':
            result += "\\t";
            break;
        case '\v':
            result += "\\v";
            break;
        case '\\':
            result += "\\\\";
            break;
        default:
            result += character;
        }
    }
    return result;
}

template<typename... Types>
void compare_with_reference() {
    const copy_text_format format;
    const auto compare = [&]<typename Type>(std::optional<Type>) {
        for (const Type& value : samples::values<Type>(2'000)) {
            const auto view = as_view(value);
            REQUIRE(cell<Type>(format, view) == escaped(forms::text<Type>(view)));
        }
    };
    (compare(std::optional<Types>{}), ...);
}

TEST_CASE("cells are escaped by need") {
    compare_with_reference<std::int64_t, double, decimal<12, 2>, std::string, bytes, timestamp, interval,
                           json, bit_string, samples::mood, std::vector<std::optional<std::string>>,
                           std::vector<std::optional<bytes>>, std::vector<std::optional<std::int32_t>>,
                           std::vector<std::optional<timestamp>>>();
}

TEST_CASE("NULL differs from every text") {
    const copy_text_format format;
    std::array<char, 4> room{};
    CHECK(std::string_view{room.data(),
                           static_cast<std::size_t>(format.put_null(room.data()) - room.data())} == "\\N");
    CHECK(cell<std::string>(format, "\\N") == "\\\\N");
    CHECK(cell<std::string>(format, "\\.") == "\\\\.");
    CHECK(cell<std::optional<std::string>>(format, "").empty());
    CHECK(cell<std::string>(format, std::string_view{"a\0b", 3}) == std::string{"a\0b", 3});
}

TEST_CASE("rows are cells between tabs") {
    const copy_text_format format;
    std::array<char, 64> room{};
    char* out = format.begin_row(room.data(), 2);
    out = format.put<std::int32_t>(out, 7);
    out = format.separator(out);
    out = format.put<std::string>(out, "a\tb");
    out = format.end_row(out);
    CHECK(std::string_view{room.data(), static_cast<std::size_t>(out - room.data())} == "7\ta\\tb\n");
    byte_buffer buffer;
    format.begin(buffer, {});
    format.end(buffer);
    CHECK(buffer.empty());
    static_assert(copy_text_format::fixed_cell_bound<std::string> == 0);
    static_assert(copy_text_format::fixed_cell_bound<date> == text_form<date>::fixed_bound);
}

} // namespace
