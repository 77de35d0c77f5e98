using System.Reflection;
using Newtonsoft.Json.Linq;
using Pulumi;
using Pulumi.Numbers;

namespace PulumiNumbers.Tests.Sdk.Schema;

/// <summary>Holds the SDK against schema.json, both ways: nothing is missing here and nothing is here alone.</summary>
public sealed class SdkApiTests
{
    public static TheoryData<string> ResourceTokens => [.. CheckedInSchema.Resources.Keys];

    public static TheoryData<string> FunctionTokens => [.. CheckedInSchema.Functions.Keys];

    public static TheoryData<string> EnumTokens => [.. CheckedInSchema.Enums.Keys];

    public static TheoryData<string> ObjectTokens => [.. CheckedInSchema.Objects.Keys];

    [Fact]
    public void Resources_functions_enums_and_objects_are_the_same_ones()
    {
        Assert.Equal(ClassNames(CheckedInSchema.Resources), Sorted(SdkTypes.Resources.Keys));
        Assert.Equal(ClassNames(CheckedInSchema.Functions), Sorted(SdkTypes.Functions.Keys));
        Assert.Equal(ClassNames(CheckedInSchema.Enums), Sorted(SdkTypes.Enums.Keys));
        Assert.Equal(ClassNames(CheckedInSchema.Objects), Sorted(SdkTypes.Objects.Keys));
    }

    [Theory]
    [MemberData(nameof(ResourceTokens))]
    public void A_resource_has_the_same_outputs(string token) =>
        AssertOutputs(CheckedInSchema.Resources[token], "required", SdkTypes.Resources[CheckedInSchema.ClassName(token)]);

    [Theory]
    [MemberData(nameof(ResourceTokens))]
    public async Task A_resource_has_the_same_inputs(string token)
    {
        var name = CheckedInSchema.ClassName(token);
        await AssertInputsAsync(CheckedInSchema.Resources[token], "inputProperties", "requiredInputs", SdkTypes.Named($"{name}Args"));
    }

    [Theory]
    [MemberData(nameof(ResourceTokens))]
    public void A_resource_class_carries_its_token_and_one_constructor_with_its_arguments(string token)
    {
        var type = SdkTypes.Resources[CheckedInSchema.ClassName(token)];

        Assert.Equal(token, type.GetCustomAttributes().OfType<ResourceTypeAttribute>().Single().Type);
        var parameters = Assert.Single(type.GetConstructors()).GetParameters();
        Assert.Equal([typeof(string), SdkTypes.Named($"{type.Name}Args"), typeof(CustomResourceOptions)], parameters.Select(parameter => parameter.ParameterType));
        Assert.Equal(CheckedInSchema.Names(CheckedInSchema.Resources[token], "requiredInputs").Count == 0, parameters[1].HasDefaultValue);
        Assert.Equal(
            [typeof(string), typeof(Input<string>), typeof(CustomResourceOptions)],
            type.GetMethod("Get")!.GetParameters().Select(parameter => parameter.ParameterType));
    }

    [Fact]
    public async Task The_provider_has_the_same_inputs_and_outputs()
    {
        AssertOutputs(CheckedInSchema.Provider, "required", typeof(Provider));
        await AssertInputsAsync(CheckedInSchema.Provider, "inputProperties", "requiredInputs", typeof(ProviderArgs));
        Assert.Equal(
            "pulumi:providers:numbers",
            typeof(Provider).GetCustomAttributes().OfType<ResourceTypeAttribute>().Single().Type);
    }

    [Fact]
    public void What_of_a_providers_configuration_is_no_text_travels_as_json()
    {
        var inputs = InputMember.Of(typeof(ProviderArgs));

        Assert.All(
            CheckedInSchema.Members(CheckedInSchema.Provider, "inputProperties"),
            input => Assert.Equal((string?)input.Value["type"] != "string", inputs[input.Key].Json));
    }

    [Fact]
    public async Task A_provider_takes_from_the_environment_what_the_schema_says()
    {
        foreach (var (name, spec) in CheckedInSchema.Members(CheckedInSchema.Provider, "inputProperties"))
        {
            foreach (var variable in (JArray?)spec["defaultInfo"]?["environment"] ?? [])
            {
                var before = Environment.GetEnvironmentVariable((string)variable!);
                Environment.SetEnvironmentVariable((string)variable!, "from the environment");
                try
                {
                    var value = await InputValue.OfAsync(InputMember.Of(typeof(ProviderArgs))[name].Property.GetValue(new ProviderArgs()));
                    Assert.Equal(("from the environment", (bool?)spec["secret"] ?? false), value);
                }
                finally
                {
                    Environment.SetEnvironmentVariable((string)variable!, before);
                }
            }
        }
    }

    [Fact]
    public void The_configuration_has_the_same_keys()
    {
        var properties = typeof(global::Pulumi.Numbers.Config).GetProperties(BindingFlags.Public | BindingFlags.Static);

        Assert.Equal(ClassNames(CheckedInSchema.Config), Sorted(properties.Select(property => property.Name)));
        Assert.All(CheckedInSchema.Config, key => Assert.Equal(
            ExpectedType.Output(key.Value, required: false),
            ActualType.Of(properties.Single(property => property.Name == CheckedInSchema.ClassName(key.Key) && property.CanWrite))));
    }

    [Theory]
    [MemberData(nameof(FunctionTokens))]
    public async Task A_function_has_the_same_arguments(string token)
    {
        var name = CheckedInSchema.ClassName(token);
        var inputs = CheckedInSchema.Functions[token]["inputs"]!;
        var specs = CheckedInSchema.Members(inputs, "properties");
        var required = CheckedInSchema.Names(inputs, "required");
        var plain = InputMember.Of(SdkTypes.Named($"{name}Args"));

        Assert.Equal(Sorted(specs.Keys), Sorted(plain.Keys));
        Assert.All(specs, spec =>
        {
            var isRequired = required.Contains(spec.Key);
            Assert.Equal((spec.Key, isRequired), (spec.Key, plain[spec.Key].Required));
            Assert.Equal((spec.Key, ExpectedType.PlainArgument(spec.Value, isRequired)), (spec.Key, ActualType.Of(plain[spec.Key].Property)));
        });
        await AssertInputsAsync((JObject)inputs, "properties", "required", SdkTypes.Named($"{name}InvokeArgs"));
    }

    [Theory]
    [MemberData(nameof(FunctionTokens))]
    public void A_function_has_the_same_result(string token) =>
        AssertObject((JObject)CheckedInSchema.Functions[token]["outputs"]!, SdkTypes.Named($"{CheckedInSchema.ClassName(token)}Result"));

    [Theory]
    [MemberData(nameof(FunctionTokens))]
    public void A_function_can_be_called_for_a_task_and_for_an_output_in_two_ways(string token)
    {
        var name = CheckedInSchema.ClassName(token);
        var type = SdkTypes.Functions[name];
        var plain = SdkTypes.Named($"{name}Args");
        var outputs = SdkTypes.Named($"{name}InvokeArgs");

        Assert.Equal(
            [
                $"Invoke({outputs.Name}, InvokeOptions)",
                $"Invoke({outputs.Name}, InvokeOutputOptions)",
                $"InvokeAsync({plain.Name}, InvokeOptions)",
            ],
            Sorted(type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Select(method => $"{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})")));
    }

    [Theory]
    [MemberData(nameof(ObjectTokens))]
    public void An_object_has_the_same_properties(string token) =>
        AssertObject(CheckedInSchema.Objects[token], SdkTypes.Objects[CheckedInSchema.ClassName(token)]);

    [Theory]
    [MemberData(nameof(EnumTokens))]
    public void An_enum_has_the_same_values(string token)
    {
        var type = SdkTypes.Enums[CheckedInSchema.ClassName(token)];
        var declared = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Select(property => (property.Name, Value: property.GetValue(null)!.ToString()!));
        var expected = CheckedInSchema.Enums[token]["enum"]!.Select(value => ((string)value["name"]!, (string)value["value"]!));

        Assert.Equal(expected.OrderBy(value => value.Item1, StringComparer.Ordinal), declared.OrderBy(value => value.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void The_package_and_the_plugin_have_the_schemas_version()
    {
        var plugin = JObject.Parse(Resource("pulumi-plugin.json"));

        Assert.Equal(CheckedInSchema.Version, Resource("version.txt").Trim());
        Assert.Equal((true, "numbers", CheckedInSchema.Version), ((bool)plugin["resource"]!, (string)plugin["name"]!, (string)plugin["version"]!));
        Assert.Equal(CheckedInSchema.PluginDownloadUrl, (string?)plugin["server"]);
        Assert.Equal(CheckedInSchema.Version, typeof(NumberPool).Assembly.GetName().Version!.ToString(3));
    }

    private static void AssertOutputs(JObject spec, string requiredName, Type type)
    {
        var specs = CheckedInSchema.Members(spec, "properties");
        var required = CheckedInSchema.Names(spec, requiredName);
        var outputs = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .ToDictionary(property => property.GetCustomAttribute<OutputAttribute>()!.Name!, StringComparer.Ordinal);

        Assert.Equal(Sorted(specs.Keys), Sorted(outputs.Keys));
        Assert.All(specs, output => Assert.Equal(
            (output.Key, ExpectedType.Output(output.Value, required.Contains(output.Key))),
            (output.Key, ActualType.InOutput(outputs[output.Key]))));
        Assert.All(outputs, output => Assert.Equal(CheckedInSchema.ClassName(output.Key), output.Value.Name));
    }

    private static async Task AssertInputsAsync(JObject spec, string propertiesName, string requiredName, Type type)
    {
        var specs = CheckedInSchema.Members(spec, propertiesName);
        var required = CheckedInSchema.Names(spec, requiredName);
        var inputs = InputMember.Of(type);

        Assert.Equal(Sorted(specs.Keys), Sorted(inputs.Keys));
        foreach (var (name, input) in specs)
        {
            var isRequired = required.Contains(name);
            var nullable = isRequired || ExpectedType.IsCollection(input) ? "" : "?";
            Assert.Equal((name, isRequired), (name, inputs[name].Required));
            Assert.Equal((name, ExpectedType.Input(input) + nullable), (name, ActualType.Of(inputs[name].Property)));
            Assert.Equal((name, CheckedInSchema.ClassName(name)), (name, inputs[name].Property.Name));
            await AssertDefaultAsync(name, input, inputs[name], type);
            await AssertSecretAsync(name, input, inputs[name], type);
        }
    }

    private static async Task AssertDefaultAsync(string name, JObject spec, InputMember input, Type type)
    {
        if (spec["defaultInfo"] is not null || ExpectedType.IsCollection(spec))
            return;

        var (actual, _) = await InputValue.OfAsync(input.Property.GetValue(Activator.CreateInstance(type)));
        var expected = spec["default"] is { } value ? Convert.ChangeType(((JValue)value).Value!, actual?.GetType() ?? typeof(string), null) : null;
        Assert.Equal((name, expected), (name, actual));
    }

    private static async Task AssertSecretAsync(string name, JObject spec, InputMember input, Type type)
    {
        if (input.Property.PropertyType != typeof(Input<string>))
            return;

        var args = Activator.CreateInstance(type);
        input.Property.SetValue(args, (Input<string>)"given in the open");
        var given = await InputValue.OfAsync(input.Property.GetValue(args));
        Assert.Equal((name, "given in the open", (bool?)spec["secret"] ?? false), (name, given.Value, given.IsSecret));
    }

    private static void AssertObject(JObject spec, Type type)
    {
        var specs = CheckedInSchema.Members(spec, "properties");
        var required = CheckedInSchema.Names(spec, "required");
        var fields = type.GetFields().ToDictionary(field => field.Name, StringComparer.Ordinal);
        var constructor = type.GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic).Single();
        var parameters = constructor.GetParameters().ToDictionary(parameter => parameter.Name!, StringComparer.Ordinal);

        Assert.NotNull(type.GetCustomAttribute<OutputTypeAttribute>());
        Assert.NotNull(constructor.GetCustomAttribute<OutputConstructorAttribute>());
        Assert.Equal(ClassNames(specs), Sorted(fields.Keys));
        Assert.Equal(Sorted(specs.Keys), Sorted(parameters.Keys));
        Assert.All(specs, property =>
        {
            var expected = ExpectedType.Output(property.Value, required.Contains(property.Key));
            Assert.Equal((property.Key, expected), (property.Key, ActualType.Of(fields[CheckedInSchema.ClassName(property.Key)])));
            Assert.Equal((property.Key, expected), (property.Key, ActualType.Of(parameters[property.Key])));
        });
    }

    private static IEnumerable<string> ClassNames(IReadOnlyDictionary<string, JObject> members) => Sorted(members.Keys.Select(CheckedInSchema.ClassName));

    private static IEnumerable<string> Sorted(IEnumerable<string> names) => names.Order(StringComparer.Ordinal);

    private static string Resource(string name)
    {
        using var stream = typeof(NumberPool).Assembly.GetManifestResourceStream($"Pulumi.Numbers.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
