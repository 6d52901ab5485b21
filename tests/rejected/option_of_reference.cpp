// rejects: synth: a reference must hold a law or nulls; write the options of its columns inside synth::column<&Row::member>(...)
// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <synth/dataset/dataset.hpp>

struct customer {
    std::string id;
};
struct order {
    std::string id;
    std::string customer_id;
};

template<>
inline constexpr auto synth::table<order> = synth::describe<order>(
#if SYNTH_REJECT
    synth::references<&order::customer_id, &customer::id>(synth::max_length(16)));
#else
    synth::references<&order::customer_id, &customer::id>(),
    synth::column<&order::customer_id>(synth::max_length(16)));
#endif

int main() { return synth::dataset<synth::schema<customer, order>>{}.options().seed == 1 ? 0 : 1; }
