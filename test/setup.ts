import '../sandbox/engine/environment';
