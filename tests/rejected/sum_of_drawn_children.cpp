// rejects: synth: a value over children must go by a reference that owns its rows; give the reference synth::even or synth::children_between
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/derived_value.hpp>

struct order {
    std::int64_t id{};
    std::int64_t total{};
};
struct line {
    std::int64_t id{};
    std::int64_t order_id{};
    std::int32_t amount{};
};

template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::column<&order::total>(synth::sum_of<&line::order_id, &line::amount>()));
template<>
inline constexpr auto synth::table<line> = synth::describe<line>(
#if SYNTH_REJECT
    synth::references<&line::order_id, &order::id>());
#else
    synth::references<&line::order_id, &order::id>(synth::even{}));
#endif

int main() { return synth::dataset<synth::schema<order, line>>{}.row<order>(0).total >= 0 ? 0 : 1; }
