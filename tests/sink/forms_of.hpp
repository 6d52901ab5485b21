// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_SINK_FORMS_OF_HPP
#define SYNTH_TESTS_SINK_FORMS_OF_HPP

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include <synth/schema/column_type.hpp>
#include <synth/sink/form.hpp>

// Forms written into exactly the room that their bounds promise, so that a sanitizer sees what exceeds it.
namespace forms {

template<typename Form, typename View>
std::string written(const View& view) {
    const std::size_t bound = Form::bound(view);
    const std::unique_ptr<char[]> room{new char[bound]};
    return {room.get(), static_cast<std::size_t>(Form::write(room.get(), view) - room.get())};
}

/// The text of a value or view: `text<date>(date{})`.
template<typename Type>
std::string text(const std::type_identity_t<synth::view_of<Type>>& view) {
    return written<synth::text_form<Type>>(view);
}

/// Lower-case hexadecimal digits of bytes.
inline std::string hexadecimal(std::string_view bytes) {
    std::string digits;
    for (const char byte : bytes) {
        for (const unsigned shift : {4U, 0U}) {
            digits.push_back("0123456789abcdef"[(static_cast<unsigned char>(byte) >> shift) & 15U]);
        }
    }
    return digits;
}

/// The binary form in hexadecimal digits.
template<typename Type>
std::string binary(const std::type_identity_t<synth::view_of<Type>>& view) {
    return hexadecimal(written<synth::binary_form<Type>>(view));
}

/// One cell of a format.
template<typename Type, typename Format>
std::string cell(const Format& format, const std::type_identity_t<synth::view_of<Type>>& view) {
    const std::size_t bound = Format::template cell_bound<Type>(view);
    const std::unique_ptr<char[]> room{new char[bound]};
    return {room.get(), static_cast<std::size_t>(format.template put<Type>(room.get(), view) - room.get())};
}

} // namespace forms

#endif
