namespace OnnxConvert.OrtFormat.Schema;

internal sealed partial class SchemaLayout
{
    /// <summary>Values of one type share the tables of the type: three, and two for each dimension.</summary>
    public override int MaxTableSharing => 16;
}
