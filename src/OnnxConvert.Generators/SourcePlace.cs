using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace OnnxConvert.Generators;

/// <summary>Where a class stands. A <see cref="Location"/> would hold on to its syntax tree and differ after every edit, so that nothing could be kept from run to run.</summary>
internal readonly struct SourcePlace : IEquatable<SourcePlace>
{
    private readonly string _path;
    private readonly TextSpan _span;
    private readonly LinePositionSpan _lines;

    private SourcePlace(string path, TextSpan span, LinePositionSpan lines)
    {
        _path = path;
        _span = span;
        _lines = lines;
    }

    /// <summary>The place of a declaration's name.</summary>
    internal static SourcePlace Of(SyntaxNode declaration)
    {
        Location location = ((BaseTypeDeclarationSyntax)declaration).Identifier.GetLocation();
        return new SourcePlace(location.SourceTree?.FilePath ?? "", location.SourceSpan, location.GetLineSpan().Span);
    }

    internal Location ToLocation() => Location.Create(_path, _span, _lines);

    public bool Equals(SourcePlace other) => _path == other._path && _span == other._span && _lines == other._lines;

    public override bool Equals(object obj) => obj is SourcePlace other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_path) ^ _span.GetHashCode();
}
