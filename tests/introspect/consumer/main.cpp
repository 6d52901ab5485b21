// SPDX-License-Identifier: BSL-1.0
#include <shop.hpp>

static_assert(synth::check_schema<shop::schema>());

int main() { return shop::schema::table_count == 1 ? 0 : 1; }
