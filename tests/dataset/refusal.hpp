// SPDX-License-Identifier: BSL-1.0
// What a plan is refused with.
#ifndef SYNTH_TESTS_DATASET_REFUSAL_HPP
#define SYNTH_TESTS_DATASET_REFUSAL_HPP

#include <string>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/dataset.hpp>

/// The message by which a dataset with these options is refused; empty where it is not.
template<typename Schema, typename... Options>
std::string refusal_of(const Options&... options) {
    try {
        static_cast<void>(synth::dataset<Schema>{options...});
    } catch (const synth::plan_error& refused) {
        return refused.what();
    }
    return {};
}

#endif
