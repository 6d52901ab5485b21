// rejects: synth: composed_of must name a column for each attribute of the composite; name them in the order of the attributes
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/composed.hpp>

struct item {
    std::int64_t id{};
    synth::composite<"price", std::int32_t, std::string> price{};
    std::int32_t amount{};
    std::string unit{};
};

template<>
inline constexpr auto synth::table<item> =
    synth::describe<item>(synth::column<&item::amount>(synth::not_written()),
                          synth::column<&item::unit>(synth::not_written()),
#if SYNTH_REJECT
                          synth::column<&item::price>(synth::composed_of<&item::amount>()));
#else
                          synth::column<&item::price>(synth::composed_of<&item::amount, &item::unit>()));
#endif

int main() {
    return synth::dataset<synth::schema<item>>{}.row<item>(0).price == decltype(item::price){} ? 1 : 0;
}
