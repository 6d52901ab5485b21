// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DOMAIN_ARRAY_HPP
#define SYNTH_GENERATE_DOMAIN_ARRAY_HPP

#include <synth/generate/domain_number.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/one_element_arrays.hpp>
#include <synth/schema/column_type.hpp>

namespace synth {

/// Arrays of one element each, which is a key of the element's type.
template<array_type Array>
    requires requires { sizeof(domain<value_type_of<element_of<Array>>>); }
class domain<Array> : public one_element_arrays<Array, domain<value_type_of<element_of<Array>>>> {
    using elements = domain<value_type_of<element_of<Array>>>;

public:
    explicit domain(const column_plan& plan) : one_element_arrays<Array, elements>{elements{plan}} {}
};

} // namespace synth

#endif
