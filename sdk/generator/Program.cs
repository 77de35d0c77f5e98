using PulumiNumbers.SdkGenerator.CSharp;
using PulumiNumbers.SdkGenerator.Schema;

if (args is not ["dotnet", var schemaFile, var folder])
{
    Console.Error.WriteLine("usage: PulumiNumbers.SdkGenerator dotnet SCHEMA FOLDER");
    return 2;
}

SdkPackage.Generate(PackageSchema.Parse(File.ReadAllText(schemaFile))).WriteTo(folder);
return 0;
