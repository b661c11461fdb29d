# SPDX-License-Identifier: Apache-2.0
# Emscripten: the emsdk that EMSDK names, else the emcc on the path.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
find_program(CMAKE_C_COMPILER emcc HINTS "$ENV{EMSDK}/upstream/emscripten" REQUIRED)
find_program(CMAKE_AR emar HINTS "$ENV{EMSDK}/upstream/emscripten" REQUIRED)
find_program(CMAKE_RANLIB emranlib HINTS "$ENV{EMSDK}/upstream/emscripten" REQUIRED)
# A program cannot be linked before the engine's own flags stand, so compilers are tried on a library.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(STEELYARD_TOOLCHAIN emscripten)
