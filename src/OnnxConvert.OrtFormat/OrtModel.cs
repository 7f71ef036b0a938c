using System.Collections.Immutable;
using OnnxConvert.Files;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Kernels;
using OnnxConvert.OrtFormat.Lowering;
using OnnxConvert.OrtFormat.Optimization;
using OnnxConvert.OrtFormat.Reading;
using OnnxConvert.OrtFormat.Writing;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat;

/// <summary>
/// A model in ONNX Runtime's own format, of .ort files: an ONNX graph in which everything is resolved that a small runtime cannot
/// resolve for itself. Constants are initializers, functions are expanded, default attributes are stated, every value has a type.
/// It owns the mapped files that its constants are views of, until it is disposed.
/// </summary>
public sealed class OrtModel : IDisposable
{
    /// <summary>The oldest version of the format that is read.</summary>
    public const int MinFormatVersion = 1;

    /// <summary>The newest version of the format that is read, and the one that is written.</summary>
    public const int MaxFormatVersion = 6;

    private const string ExternalDataExtension = ".data";

    internal OrtModel(Model model, List<RuntimeOptimization> optimizations, IReadOnlyDictionary<string, ImmutableArray<KernelType>> kernelTypes)
    {
        Model = model;
        RuntimeOptimizations = optimizations;
        FileKernelTypes = kernelTypes;
    }

    /// <summary>The graph and what the file says about it. It may be edited, in terms of the format.</summary>
    public Model Model { get; }

    /// <summary>The version of the format that the model was read from; <see cref="MaxFormatVersion"/> for one that was made here.</summary>
    public int FormatVersion { get; internal init; } = MaxFormatVersion;

    /// <summary>The optimizations that are left to the runtime. Those of nodes that are no longer in the graph are not saved.</summary>
    public IList<RuntimeOptimization> RuntimeOptimizations { get; }

    /// <summary>What the optimizations did to the model; empty for one that was read from a file.</summary>
    public PassReport Passes { get; private init; } = new();

    /// <summary>What the ONNX model declared and its nodes do not compute: shapes that gave way; empty for one that was read from a file.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    /// <summary>The type names of operators as the file had them; of use for operators whose definition is not known.</summary>
    internal IReadOnlyDictionary<string, ImmutableArray<KernelType>> FileKernelTypes { get; }

    /// <summary>Loads a model from a file, which is mapped into memory: constants are views of it.</summary>
    /// <param name="path">The .ort file; external data is looked for beside it. Neither may change while the model is in use.</param>
    /// <returns>The model, which owns the mappings: dispose it to let the files go.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidModelException">The file is no ORT format model, or is broken; the message names the place.</exception>
    /// <exception cref="UnsupportedModelException">The file is of a later version, or its external data is missing.</exception>
    public static OrtModel Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using MappedFile file = MappedFile.Open(path);
        // Offsets in the format reach no further.
        if (file.Length > Array.MaxLength)
            throw new InvalidModelException($"'{path}' has {file.Length} bytes; an ORT format file has less than 2 GB.");
        OrtModel model = Read(file.Slice(0, (int)file.Length), path + ExternalDataExtension);
        model.Model.Own(file.Share());
        return model;
    }

    /// <summary>Loads a model from a stream, from its present position to its end. The stream stays open.</summary>
    /// <param name="stream">The stream; up to 2 GB.</param>
    /// <exception cref="IOException">The stream cannot be read, or is too long.</exception>
    /// <exception cref="InvalidModelException">The stream holds no ORT format model, or a broken one.</exception>
    /// <exception cref="UnsupportedModelException">The model is of a later version, or has external data.</exception>
    public static OrtModel Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.CanSeek && stream.Length - stream.Position > Array.MaxLength)
            throw new IOException($"The stream has {stream.Length - stream.Position} bytes; an ORT format model has less than 2 GB.");
        return Load(StreamBytes.ReadToEnd(stream));
    }

    /// <summary>Loads a model from memory: constants are views of it.</summary>
    /// <param name="bytes">The whole model. It must not change while the model is in use.</param>
    /// <exception cref="InvalidModelException">The bytes are no ORT format model, or a broken one.</exception>
    /// <exception cref="UnsupportedModelException">The model is of a later version, or has external data.</exception>
    public static OrtModel Load(ReadOnlyMemory<byte> bytes) => Read(bytes, null);

    /// <summary>Makes a model of the ORT format from an ONNX model, which stays as it is.</summary>
    /// <param name="model">The model. Its mapped files belong to both from now on; either may be disposed first.</param>
    /// <param name="options">How far to optimize and for what; null for the defaults.</param>
    /// <param name="cancellationToken">Asked between passes.</param>
    /// <exception cref="InvalidModelException">The model contradicts itself.</exception>
    /// <exception cref="ArgumentException">The options leave out what they need.</exception>
    /// <exception cref="InternalErrorException">A fault of this library.</exception>
    /// <exception cref="UnsupportedModelException">The format, or ONNX Runtime's CPU kernels, cannot express something in the model; everything of that kind is listed.</exception>
    public static OrtModel FromOnnx(Model model, OrtOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new OrtOptions();
        if (options.OptimizationStyle == OptimizationStyle.Fixed)
            options.RequiredBlockSize();
        using MappedFileSet held = MappedFileSet.Of(model);
        return InternalErrorException.Guard("The conversion to the ORT format", () =>
        {
            var passes = new PassReport();
            var warnings = new List<string>();
            Model lowered = OnnxLowering.Lower(model, options, passes, warnings, cancellationToken);
            try
            {
                List<RuntimeOptimization> saved = options is { OptimizationStyle: OptimizationStyle.Runtime, OptimizationLevel: > OptimizationLevel.Basic }
                    ? SavedOptimizations.Find(lowered, options)
                    : [];
                return new OrtModel(lowered, saved, ImmutableDictionary<string, ImmutableArray<KernelType>>.Empty) { Passes = passes, Warnings = warnings };
            }
            catch
            {
                lowered.Dispose();
                throw;
            }
        });
    }

    /// <summary>An ONNX model of the same graph. Operators of ONNX Runtime's own domains stay what they are. It owns this model's mapped files too.</summary>
    public Model ToOnnx() => OnnxRaising.Raise(Model);

    /// <summary>The opset version since which the definition of a node's operator holds, as kernels are registered for.</summary>
    /// <param name="node">A node of the model.</param>
    public int SinceVersion(Node node) => new OperatorCatalog(Model.OpsetImports, FileKernelTypes).SinceVersion(node);

    /// <summary>Saves the model to a file, under a temporary name first: a failure leaves what was there.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="InvalidModelException">A value that is used has no name, or nothing computes it.</exception>
    /// <exception cref="UnsupportedModelException">The format has no place for something in the model, or the model exceeds 2 GB.</exception>
    /// <exception cref="IOException">
    /// The file cannot be written. Windows replaces no file that a model is a view of: the message says so, and what to dispose.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The model was disposed, and its constants with it.</exception>
    public void Save(string path, OrtSaveOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new OrtSaveOptions();
        options.Validate();
        using MappedFileSet held = MappedFileSet.Of(Model);
        using var files = new AtomicFile(Model.MappedFiles);
        FileLayout layout;
        if (options.ExternalDataThreshold is { } threshold)
        {
            using FileStream data = files.Create(path + ExternalDataExtension);
            layout = OrtWriter.Write(this, options, new ExternalDataWriter(data, threshold));
        }
        else
        {
            layout = OrtWriter.Write(this, options, null);
        }

        using (FileStream stream = files.Create(path))
            layout.WriteTo(stream);
        files.Commit();
    }

    /// <summary>Saves the model to a stream, which stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="options">How to write; null for the defaults. External data is only for files.</param>
    /// <exception cref="InvalidModelException">A value that is used has no name, or nothing computes it.</exception>
    /// <exception cref="UnsupportedModelException">The format has no place for something in the model, or the model exceeds 2 GB.</exception>
    public void Save(Stream stream, OrtSaveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new OrtSaveOptions();
        options.Validate();
        if (options.ExternalDataThreshold is not null)
            throw new ArgumentException("External data stands in a second file; save to a path.", nameof(options));
        using MappedFileSet held = MappedFileSet.Of(Model);
        OrtWriter.Write(this, options, null).WriteTo(stream);
    }

    /// <summary>Lets the model's files go, as <see cref="Ir.Model.Dispose"/> does.</summary>
    public void Dispose() => Model.Dispose();

    private static OrtModel Read(ReadOnlyMemory<byte> bytes, string? externalDataPath)
    {
        using var file = new OrtFile(bytes, externalDataPath);
        OrtModel model = InternalErrorException.Guard("Reading the ORT format model", () => OrtReader.Read(file));
        file.GiveTo(model.Model);
        return model;
    }
}
