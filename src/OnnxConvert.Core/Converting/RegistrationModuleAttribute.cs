namespace OnnxConvert.Converting;

/// <summary>Names the registration module of an assembly. Written by the source generator.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class RegistrationModuleAttribute : Attribute
{
    /// <summary>Creates the module.</summary>
    public abstract IRegistrationModule CreateModule();
}

/// <summary>Names the registration module of an assembly by its type, so that it survives trimming.</summary>
/// <typeparam name="TModule">The module.</typeparam>
public sealed class RegistrationModuleAttribute<TModule> : RegistrationModuleAttribute
    where TModule : IRegistrationModule, new()
{
    /// <inheritdoc/>
    public override IRegistrationModule CreateModule() => new TModule();
}
