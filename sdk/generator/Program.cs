using PulumiNumbers.SdkGenerator.CSharp;
using PulumiNumbers.SdkGenerator.Docs;
using PulumiNumbers.SdkGenerator.Schema;

if (args is not [("dotnet" or "docs") and var what, var schemaFile, var folder])
{
    Console.Error.WriteLine("usage: PulumiNumbers.SdkGenerator dotnet|docs SCHEMA FOLDER");
    return 2;
}

var package = PackageSchema.Parse(File.ReadAllText(schemaFile));
if (what == "dotnet")
    SdkPackage.Generate(package).WriteTo(folder, _ => true);
else
    DocsFolder.Generate(package).WriteTo(folder, DocsFolder.IsPage);
return 0;
