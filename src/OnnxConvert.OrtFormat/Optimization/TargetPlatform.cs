namespace OnnxConvert.OrtFormat;

/// <summary>The processors that an .ort file is optimized for.</summary>
public enum TargetPlatform
{
    /// <summary>ARM: signed 8-bit activations stay signed, and float convolutions keep their layout.</summary>
    Arm,

    /// <summary>x64: signed 8-bit activations become unsigned, and float convolutions are stored in blocks of channels.</summary>
    Amd64,
}
