// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/copy_binary.hpp>

#include "forms_of.hpp"

namespace {

using namespace synth;

TEST_CASE("a binary COPY has a signature and counted cells and a trailer") {
    const copy_binary_format format;
    byte_buffer buffer;
    format.begin(buffer, {});
    CHECK(forms::hexadecimal(buffer.view()) == "5047434f50590aff0d0a00"
                                               "00000000"
                                               "00000000");
    buffer.clear();
    char* out = buffer.reserve(64);
    out = format.begin_row(out, 3);
    out = format.put<std::int16_t>(out, 258);
    out = format.separator(out);
    out = format.put_null(out);
    out = format.separator(out);
    out = format.put<std::string>(out, "ab");
    buffer.finish(format.end_row(out));
    CHECK(forms::hexadecimal(buffer.view()) == "0003"
                                               "00000002"
                                               "0102"
                                               "ffffffff"
                                               "00000002"
                                               "6162");
    buffer.clear();
    format.end(buffer);
    CHECK(forms::hexadecimal(buffer.view()) == "ffff");
}

TEST_CASE("cells of a fixed size have a fixed bound") {
    static_assert(copy_binary_format::fixed_cell_bound<std::int64_t> == 12);
    static_assert(copy_binary_format::fixed_cell_bound<std::string> == 0);
    static_assert(copy_binary_format::fixed_cell_bound<decimal<12, 2>> == 0);
    CHECK(copy_binary_format::cell_bound<std::string>("abc") == 7);
    CHECK(copy_binary_format::cell_bound<std::int64_t>(7) == 12);
}

} // namespace
