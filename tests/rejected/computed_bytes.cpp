// rejects: synth: a computed column must hold a text, a number, a date or a time; leave the member out
// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/computed.hpp>
#include <synth/schema/expression_functions.hpp>

struct piece {
    std::string id;
#if SYNTH_REJECT
    synth::bytes small;
#else
    std::string small;
#endif
};

template<>
inline constexpr auto synth::table<piece> = synth::describe<piece>(
    synth::column<&piece::small>(synth::computed(synth::sql::lower(synth::value<&piece::id>))));

int main() { return synth::dataset<synth::schema<piece>>{}.row<piece>(0).id.empty() ? 1 : 0; }
