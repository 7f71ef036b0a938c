#!/bin/sh
# Makes src/OnnxConvert.Core/Files/Proto/Onnx.g.cs from onnx.proto.
# Needs protoc, which the NuGet package Google.Protobuf.Tools brings: set PROTOC to it
# (in the package cache: google.protobuf.tools/VERSION/tools/PLATFORM/protoc).
set -eu
cd "$(dirname "$0")/../src/OnnxConvert.Core/Files/Proto"
"${PROTOC:-protoc}" --proto_path=. --csharp_out=. --csharp_opt=internal_access,file_extension=.g.cs onnx.proto
{
    echo '// Made from onnx.proto by tools/generate-onnx-proto.sh.'
    cat Onnx.g.cs
} > Onnx.g.cs.new
mv Onnx.g.cs.new Onnx.g.cs
