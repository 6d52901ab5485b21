// SPDX-License-Identifier: BSL-1.0
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/explain.hpp>

#include "shop.hpp"

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("an explanation has order, rows, sizes, types and reasons") {
    const auto plan = shop::described().plan({1, {900, 100, 300}, {}});
    const std::string text =
        synth::explain_plan(shop::described().catalog(), *plan, std::vector<std::size_t>{1, 2, 0});
    CHECK(has(text, "3 tables, parents first: 1 300 rows, about "));
    CHECK(has(text, "\n1. customer: 100 rows, about "));
    CHECK(has(text, "\n2. sales.orders: 300 rows, about "));
    CHECK(has(text, "   total        numeric(12,2) not null  lognormal, mu 3.2, sigma 0.9 (as described)\n"));
    CHECK(has(text, "   (customer_id) -> customer: drawn, zipf, exponent 1.1\n"));
}

TEST_CASE("the estimate of a small table is exact, that of a large one is near") {
    const auto small = shop::described().plan({1, {900, 50, 300}, {}});
    synth::byte_buffer all;
    small->write(1, synth::row_form::csv, 0, 50, all);
    CHECK(synth::estimated_bytes(*small, 1, synth::row_form::csv) ==
          doctest::Approx(static_cast<double>(all.size())));
    const auto large = shop::described().plan({1, {900, 5'000, 300}, {}});
    all.clear();
    large->write(1, synth::row_form::csv, 0, 5'000, all);
    CHECK(synth::estimated_bytes(*large, 1, synth::row_form::csv) ==
          doctest::Approx(static_cast<double>(all.size())).epsilon(0.2));
}
