// rejects: synth: a key or a reference must have at most 32 columns; leave some of them out
// SPDX-License-Identifier: BSL-1.0
#include <synth/dataset/dataset.hpp>

struct customer {
    int c0{}, c1{}, c2{}, c3{}, c4{}, c5{}, c6{}, c7{}, c8{}, c9{}, c10{}, c11{}, c12{}, c13{}, c14{}, c15{},
        c16{}, c17{}, c18{}, c19{}, c20{}, c21{}, c22{}, c23{}, c24{}, c25{}, c26{}, c27{}, c28{}, c29{},
        c30{}, c31{}, c32{};
};

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
#if SYNTH_REJECT
    synth::primary_key<&customer::c0, &customer::c1, &customer::c2, &customer::c3, &customer::c4,
                       &customer::c5, &customer::c6, &customer::c7, &customer::c8, &customer::c9,
                       &customer::c10, &customer::c11, &customer::c12, &customer::c13, &customer::c14,
                       &customer::c15, &customer::c16, &customer::c17, &customer::c18, &customer::c19,
                       &customer::c20, &customer::c21, &customer::c22, &customer::c23, &customer::c24,
                       &customer::c25, &customer::c26, &customer::c27, &customer::c28, &customer::c29,
                       &customer::c30, &customer::c31, &customer::c32>());
#else
    synth::primary_key<&customer::c0, &customer::c1, &customer::c2, &customer::c3, &customer::c4,
                       &customer::c5, &customer::c6, &customer::c7, &customer::c8, &customer::c9,
                       &customer::c10, &customer::c11, &customer::c12, &customer::c13, &customer::c14,
                       &customer::c15, &customer::c16, &customer::c17, &customer::c18, &customer::c19,
                       &customer::c20, &customer::c21, &customer::c22, &customer::c23, &customer::c24,
                       &customer::c25, &customer::c26, &customer::c27, &customer::c28, &customer::c29,
                       &customer::c30, &customer::c31>());
#endif

int main() { return synth::dataset<synth::schema<customer>>{}.options().seed == 1 ? 0 : 1; }
