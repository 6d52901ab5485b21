// rejects: synth: a part such as month_of must be given a date or a moment; of a time take hour_of or a finer one, of an interval epoch_of
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>

struct shift {
    std::int64_t id{};
    synth::timestamp start{};
    synth::time_of_day opens{};
    synth::interval lasts{};
};

template<>
inline constexpr auto synth::table<shift> =
    synth::describe<shift>(synth::check("opens", synth::sql::hour_of(synth::value<&shift::opens>) >= 8),
                           synth::check("epoch", synth::sql::epoch_of(synth::value<&shift::lasts>) < 3600),
#if SYNTH_REJECT
                           synth::check("lasts", synth::sql::hour_of(synth::value<&shift::lasts>) < 8));
#else
                           synth::check("start", synth::sql::month_of(synth::value<&shift::start>) == 3));
#endif

int main() { return synth::dataset<synth::schema<shift>>{}.options().seed == 1 ? 0 : 1; }
