// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/dataset/attempt_redraw.hpp>
#include <synth/dataset/dataset.hpp>

namespace {

struct journey {
    std::int64_t id{};
};
struct halt {
    std::int64_t journey_id{};
    std::int16_t place{};
};
struct ticket {
    std::int64_t id{};
    std::int64_t journey_id{};
    std::int16_t from{};
    std::int16_t to{};
};
using railway = synth::schema<journey, halt, ticket>;

} // namespace

template<>
inline constexpr auto synth::table<halt> =
    synth::describe<halt>(synth::primary_key<&halt::journey_id, &halt::place>(),
                          synth::references<&halt::journey_id, &journey::id>());
template<>
inline constexpr auto synth::table<ticket> =
    synth::describe<ticket>(synth::references<synth::columns<&ticket::journey_id, &ticket::from>,
                                              synth::columns<&halt::journey_id, &halt::place>>(),
                            synth::references<synth::columns<&ticket::journey_id, &ticket::to>,
                                              synth::columns<&halt::journey_id, &halt::place>>(),
                            synth::check("forward", synth::value<&ticket::from> < synth::value<&ticket::to>));

TEST_CASE("a reference that another one follows is drawn again with it") {
    const synth::dataset<railway> data{synth::count<journey>{50}, synth::count<halt>{200},
                                       synth::count<ticket>{2'000}};
    for (std::uint64_t row = 0; row < 2'000; ++row) {
        const ticket one = data.row<ticket>(row);
        CHECK(one.from < one.to);
        CHECK(data.row_of<&halt::journey_id, &halt::place>(one.journey_id, one.from) ==
              data.parent<&ticket::from>(row));
        CHECK(data.row_of<&halt::journey_id, &halt::place>(one.journey_id, one.to) ==
              data.parent<&ticket::to>(row));
    }
}
